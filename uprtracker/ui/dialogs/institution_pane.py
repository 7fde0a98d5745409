"""One institution in the dialog of institutions: its name and kind, and the posts that answer for it."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QWidget

from uprtracker.i18n import _
from uprtracker.ui.dialogs.institution_questions import kind_choice
from uprtracker.ui.fields.link_button import LinkButton, allow, links_in_line
from uprtracker.ui.panels.section import Section, column, stacked
from uprtracker.ui.plain_label import PlainLabel
from uprtracker.vocabulary.institution_work import InstitutionAtWork, Post


class InstitutionPane(QScrollArea):
    """Shows what it is given, and asks by signals; `post_requested` carries a `Post`, or `None` for a new one."""

    rename_requested = Signal()
    merge_requested = Signal()
    kind_chosen = Signal(str)
    post_requested = Signal(object)
    post_withdrawn = Signal(int)
    list_requested = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._refusal = ""
        self._name = PlainLabel("", "strong", wrap=True)
        self.rename = LinkButton(_("Rename…"))
        self.merge = LinkButton(_("Merge…"), _("Merge into another spelling"))
        self.show_list = LinkButton(_("Show its recommendations"))
        self.kind = kind_choice("ministry")
        self.posts = Section(_("Posts"), _("Add…"), _("Add a post"))
        self._none = PlainLabel(_("Nobody is named yet."), "secondary", wrap=True)
        self.posts.fixed.addWidget(self._none)
        self._content = self._lay_out()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("The chosen institution"))
        self.setWidget(self._content)
        self.rename.clicked.connect(self.rename_requested)
        self.merge.clicked.connect(self.merge_requested)
        self.show_list.clicked.connect(self.list_requested)
        self.kind.activated.connect(self._tell_kind)
        self.posts.action_requested.connect(self._ask_new_post)

    def refuse(self, reason: str) -> None:
        """Say why nothing can be changed; it counts from what is shown next."""
        self._refusal = reason

    @Slot(object)
    def show_institution(self, shown: InstitutionAtWork | None) -> None:
        self._content.setVisible(shown is not None)
        if shown is None:
            return
        self._name.setText(shown.institution.name)
        self.kind.setCurrentIndex(self.kind.findData(shown.institution.kind))
        for control in (self.rename, self.merge, self.kind, self.posts.action):
            allow(control, self._refusal)
        rows = []
        for post in shown.posts:
            row = PostRow(post, self._refusal)
            row.edit_requested.connect(self.post_requested)
            row.withdrawn.connect(self.post_withdrawn)
            rows.append(row)
        self._none.setVisible(not rows)
        self.posts.show_rows(rows)

    def _lay_out(self) -> QWidget:
        content = QWidget()
        content.setProperty("ground", "paper")
        about, posts = column(10), column(0)
        about.addWidget(self._name)
        about.addLayout(links_in_line(self.rename, self.merge))
        about.addWidget(stacked(PlainLabel(_("Kind"), "name"), self.kind, spacing=4))
        about.addLayout(links_in_line(self.show_list))
        about.addStretch()
        posts.addWidget(self.posts)
        posts.addStretch()
        beside = QHBoxLayout(content)
        beside.setContentsMargins(16, 12, 8, 8)
        beside.setSpacing(36)
        beside.addLayout(about, 2)
        beside.addLayout(posts, 3)
        return content

    @Slot()
    def _tell_kind(self) -> None:
        self.kind_chosen.emit(self.kind.currentData())

    @Slot()
    def _ask_new_post(self) -> None:
        self.post_requested.emit(None)


class PostRow(QWidget):
    """One post with its contact, and how it is changed or taken away."""

    edit_requested = Signal(object)
    withdrawn = Signal(int)

    def __init__(self, post: Post, refusal: str, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._post = post
        edit = LinkButton(_("Edit…"), _("Edit the post {title}").format(title=post.title))
        remove = LinkButton(_("Remove"), _("Remove the post {title}").format(title=post.title))
        for control in (edit, remove):
            allow(control, refusal)
        title = _("{post} (alternate)").format(post=post.title) if post.alternate else post.title
        words = [PlainLabel(title, wrap=True)]
        if post.contact:
            words.append(PlainLabel(post.contact, "caption", wrap=True))
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(stacked(*words, spacing=0), 1)
        for control in (edit, remove):
            line.addWidget(control, alignment=Qt.AlignmentFlag.AlignTop)
        edit.clicked.connect(self._edit)
        remove.clicked.connect(self._remove)

    @Slot()
    def _edit(self) -> None:
        self.edit_requested.emit(self._post)

    @Slot()
    def _remove(self) -> None:
        self.withdrawn.emit(self._post.id)
