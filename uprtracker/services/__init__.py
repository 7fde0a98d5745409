"""What a person does: one public method is one action in one transaction."""
