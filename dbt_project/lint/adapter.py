"""What sqlfluff finds in place of dbt's `adapter`, which only a running dbt has."""

from collections.abc import Callable


def dispatch(name: str, macro_namespace: str | None = None) -> Callable[..., str]:
    """Return a call of the macro's own name: valid SQL, and as long as the call."""

    def called(*given: object, **named: object) -> str:
        return f"{name}({', '.join(map(str, [*given, *named.values()]))})"

    return called


def get_relation(*given: object, **named: object) -> None:
    """Say that nothing has been built yet."""
