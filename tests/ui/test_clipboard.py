"""A table on the clipboard must not bring the program down when it ends."""

import subprocess
import sys

PROGRAM = """
from PySide6.QtWidgets import QApplication
from uprtracker.ui.clipboard import copy_table, leave_text_only
application = QApplication([])
copy_table([["No.", "Status"], ["140.12", "In progress"]], "<table></table>")
leave_text_only()
print(QApplication.clipboard().text())
"""


def test_the_program_ends_cleanly_after_copying() -> None:
    ended = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=False)
    assert (ended.returncode, ended.stdout) == (0, "No.\tStatus\n140.12\tIn progress\n")
