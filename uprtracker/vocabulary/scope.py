"""Whose recommendations are meant: the UPR's own, those of other mechanisms, or what other States were told."""

from enum import StrEnum


class Scope(StrEnum):
    """`UPR` is what every figure and every list is about unless another scope is asked for by name."""

    UPR = "upr"
    MECHANISMS = "mechanisms"
    REFERENCE = "reference"

    def holds(self, mechanism: str, collection: str) -> bool:
        """Whether a recommendation of a mechanism in a collection is in the scope."""
        if collection != "own":
            return self is Scope.REFERENCE
        return self is (Scope.UPR if mechanism == "upr" else Scope.MECHANISMS)
