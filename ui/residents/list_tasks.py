"""The tasks over what somebody has several of: documents, tags."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ui.residents.form_lists import DocumentsForm, ListDraft, TagsForm
from ui.residents.task import Task
from ui.residents.task_maker import TaskMaker

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from station_app.domain.changes import Done
    from station_app.domain.identity.documents import Document
    from station_app.domain.residents.tags import Tag
    from station_app.services.residents.lists import PersonFile


class ListTasks(TaskMaker):
    """Makes the tasks that correct a list as a whole."""

    def documents(self, file: PersonFile) -> Task[ListDraft[Document]]:
        """Correct the documents somebody holds."""
        residents, person = self._station.residents, file.resident
        form = DocumentsForm(self._words, self._context.clock)
        title = self.tr("Documents")
        return Task(
            key=f"documents:{person.id}",
            title=title,
            subtitle=person.particulars.name,
            form=form,
            # chosen as a whole: half of one list and half of another is nobody's
            say=lambda _, entries: (title, form.told(entries)),
            label=lambda _: self._named(self.tr("Corrected the documents of {name}"), person),
            **self._upon(
                person,
                lambda found: ListDraft(found.documents),
                lambda draft, version: residents.keep_documents(
                    person.id, draft.entries, version=version
                ),
            ),
        )

    def tags(self, file: PersonFile) -> Task[ListDraft[Tag]]:
        """Give somebody tags, end them, take them back.

        Restricted ones are not among them: their officers give them, in a form of their own.
        """
        residents, lists, person = self._station.residents, self._station.lists, file.resident
        form = TagsForm(self._words, self._context.clock)
        title = self.tr("Tags")

        def upon(found: PersonFile) -> Callable[[ListDraft[Tag]], Done[None]]:
            version = found.resident.version
            return lambda draft: residents.keep_tags(person.id, draft.entries, version=version)

        def refresh() -> tuple[ListDraft[Tag], Callable[[ListDraft[Tag]], Done[None]]]:
            found = lists.file(person.id)
            return self._open_tags(found), upon(found)

        return Task(
            key=f"tags:{person.id}",
            title=title,
            subtitle=person.particulars.name,
            form=form,
            draft=self._open_tags(file),
            carry_out=upon(file),
            refresh=refresh,
            say=lambda _, entries: (title, form.told(entries)),
            label=lambda _: self._named(self.tr("Changed the tags of {name}"), person),
        )

    def restricted(
        self, file: PersonFile, codes: Sequence[str], tags: Sequence[Tag]
    ) -> Task[ListDraft[Tag]]:
        """Give somebody the restricted tags *codes*, end them, take them back."""
        service, person = self._station.restricted_tags, file.resident
        form = TagsForm(self._words, self._context.clock, self._words.choices_of("tag", codes))
        return Task(
            key=f"restricted:{person.id}",
            title=self.tr("Restricted tags"),
            subtitle=person.particulars.name,
            form=form,
            draft=ListDraft(tuple(tags)),
            carry_out=lambda draft: service.keep(person.id, draft.entries),
            # named in the list of what can be undone, which others may see: of nobody
            label=lambda _: self.tr("Changed restricted tags"),
        )

    def _open_tags(self, file: PersonFile) -> ListDraft[Tag]:
        shown = (tag for tag in file.tags if not self._words.is_restricted(tag.code))
        return ListDraft(tuple(shown))
