"""What a person does, as steps that can be undone: the only callers of writing services."""
