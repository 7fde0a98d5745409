"""Errors that a person can act on. Anything else that is raised is a bug."""


class UserError(Exception):
    """Something the person asked for cannot be done; the message is one sentence with what to do."""


class StorageError(UserError):
    """The dossier cannot be read or written; the message says why and what to do."""


class OlderDossierError(StorageError):
    """The dossier was made by an older version; it can be read after `services.dossier.migrate`."""


class ConflictError(UserError):
    """Somebody changed the value since it was read; nothing was written."""


class DoubtError(UserError):
    """A file cannot be read without a person's answer; the message says which answer is missing."""
