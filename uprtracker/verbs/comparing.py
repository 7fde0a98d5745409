"""Two cycles beside each other."""

from typing import Any

from uprtracker.verbs.naming import NamingVerbs


class ComparingVerbs(NamingVerbs):
    def compare(self, earlier: int, later: int) -> list[dict[str, Any]]:
        """What became of the recommendations of a cycle in a later one, as COMMANDS' JSON.

        `kind` is `repeated`, `strengthened`, `position changed`, `new` or `dropped`; `a` and `b` are numbers of the
        earlier and of the later cycle, None where the other stands alone. Pairs are proposals unless `confirmed`.
        """
        return [
            {
                "kind": pair.kind.value.replace("_", " "),
                "a": pair.earlier.label if pair.earlier else None,
                "b": pair.later.label if pair.later else None,
                "score": pair.score,
                "confirmed": pair.confirmed,
            }
            for pair in self.dossier.comparing.compare(earlier, later).pairs
        ]
