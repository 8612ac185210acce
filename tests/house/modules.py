"""Rules of Python: who opens a database, who imports what, what a page reads."""

import ast
import re

READABLE = {"marts", "quality", "rules"}


def opens_duckdb(module: str) -> bool:
    """Say whether a module connects to DuckDB by itself."""
    return bool(re.search(r"\bduckdb\.connect\(|from duckdb import .*connect", module))


def imported(module: str, *, at_once: bool = False) -> set[str]:
    """Return the full names of imported modules; `at_once`: not inside functions."""
    tree = ast.parse(module)
    names: set[str] = set()
    for node in tree.body if at_once else ast.walk(tree):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names |= {node.module, *(f"{node.module}.{a.name}" for a in node.names)}
    return names


def imports(module: str, package: str, *, at_once: bool = False) -> bool:
    """Say whether a module imports a package or anything inside it."""
    return any(
        name == package or name.startswith(package + ".")
        for name in imported(module, at_once=at_once)
    )


def prints(module: str) -> bool:
    """Say whether a module prints; the command line writes its one line otherwise."""
    return any(
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id == "print"
        for node in ast.walk(ast.parse(module))
    )


def schemas_read(page: str) -> set[str]:
    """Return the schemas that a page's questions name."""
    texts = [
        node.value
        for node in ast.walk(ast.parse(page))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    ]
    return {
        schema
        for text in texts
        for schema in re.findall(r"\b(?:from|join)\s+(\w+)\.\w+", text)
    }
