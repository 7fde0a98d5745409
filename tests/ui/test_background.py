"""Work away from the window: results, refusals and bugs arrive in the window's thread."""

import threading

import pytest
from PySide6.QtCore import QObject, QThread
from pytestqt.qtbot import QtBot

from uprtracker.errors import UserError
from uprtracker.ui.background import Background


@pytest.fixture
def background(qtbot: QtBot):
    owner = QObject()
    background = Background(owner)
    yield background
    background.stop()


def test_a_result_arrives_in_the_windows_thread(background: Background, qtbot: QtBot) -> None:
    arrived: list[tuple[object, int]] = []
    task = background.run("Adding…", threading.get_ident)
    task.finished.connect(lambda ident: arrived.append((ident, threading.get_ident())))
    with qtbot.waitSignal(task.ended):
        pass
    ((worked_in, told_in),) = arrived
    assert worked_in != threading.get_ident()
    assert told_in == threading.get_ident()


def test_a_refusal_is_one_sentence(background: Background, qtbot: QtBot) -> None:
    def refuse() -> None:
        raise UserError("The file is empty; choose another.")

    task = background.run("Reading…", refuse)
    with qtbot.waitSignal(task.refused) as told:
        pass
    assert told.args == ["The file is empty; choose another."]


def test_a_bug_is_told_apart(background: Background, qtbot: QtBot) -> None:
    task = background.run("Dividing…", lambda: 1 // 0)
    with qtbot.waitSignal(task.broke) as told:
        pass
    assert isinstance(told.args[0], ZeroDivisionError)


def test_what_was_cancelled_is_forgotten(background: Background, qtbot: QtBot) -> None:
    go_on = threading.Event()
    task = background.run("Waiting…", go_on.wait, can_cancel=True)
    task.cancel()
    with qtbot.assertNotEmitted(task.finished), qtbot.waitSignal(task.ended):
        go_on.set()


def test_tasks_are_done_one_after_another(background: Background, qtbot: QtBot) -> None:
    done: list[int] = []
    tasks = [background.run(str(n), lambda n=n: done.append(n)) for n in range(5)]
    with qtbot.waitSignal(tasks[-1].ended):
        pass
    assert done == [0, 1, 2, 3, 4]


def test_what_is_dropped_has_ended_or_never_begins(background: Background, qtbot: QtBot) -> None:
    begun, go_on, done = threading.Event(), threading.Event(), []

    def first() -> None:
        begun.set()
        go_on.wait(5)
        done.append("first")

    tasks = [background.run("One…", first), background.run("Two…", lambda: done.append("second"))]
    told: list[object] = []
    for task in tasks:
        task.finished.connect(told.append)
    assert begun.wait(5)
    threading.Timer(0.2, go_on.set).start()
    background.drop()
    assert done == ["first"]
    with qtbot.waitSignal(background.run("Three…", lambda: done.append("third")).finished):
        pass
    assert done == ["first", "third"]
    assert told == []
    assert not background.busy


def test_a_result_that_comes_after_the_end_is_not_told_and_starts_nothing(
    background: Background, qtbot: QtBot
) -> None:
    done = threading.Event()
    task = background.run("One…", done.set)
    task.ended.connect(lambda: background.run("Two…", lambda: None))
    assert done.wait(5)
    with qtbot.assertNotEmitted(task.finished), qtbot.waitSignal(task.ended):
        background.stop()
    assert not background.findChild(QThread).isRunning()
