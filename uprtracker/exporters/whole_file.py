"""Writing a file complete or not at all, with a plain sentence where it cannot be."""

import secrets
from collections.abc import Callable
from pathlib import Path

from uprtracker.errors import UserError
from uprtracker.i18n import _


def check_target(target: Path, suffix: str, title: str) -> None:
    """Refuse a file name with another format's ending, or in a folder that is not there."""
    if target.suffix.lower() != suffix:
        raise UserError(
            _("{product} needs a file name that ends in {suffix}; '{name}' does not.").format(
                product=title, suffix=suffix, name=target.name
            )
        )
    if not target.parent.is_dir():
        raise UserError(
            _("There is no folder '{folder}'; create it or choose another one.").format(folder=target.parent)
        )


def write_whole(target: Path, suffix: str, title: str, render: Callable[[Path], None]) -> None:
    """Let `render` write a file beside `target` that takes its name once it is complete."""
    check_target(target, suffix, title)
    unfinished = target.with_name(f".{secrets.token_hex(8)}{suffix}")
    try:
        unfinished.touch(exist_ok=False)
        render(unfinished)
        unfinished.replace(target)
    except OSError as error:
        raise UserError(_unwritable(target, error)) from error
    finally:
        unfinished.unlink(missing_ok=True)


def _unwritable(target: Path, error: OSError) -> str:
    if not target.parent.is_dir():
        return _("There is no folder '{folder}'; create it or choose another one.").format(
            folder=target.parent
        )
    if target.is_dir():
        return _("'{file}' is a folder; choose a name for a file.").format(file=target)
    if isinstance(error, PermissionError):
        return _(
            "'{file}' cannot be written; close it where it is open, or choose a folder in which you may write."
        ).format(file=target)
    return _("'{file}' cannot be written: {reason}; make room or choose another folder.").format(
        file=target, reason=error.strerror or error
    )
