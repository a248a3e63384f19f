"""Answers beside botocore's model of them: no member that the model lacks, and none missing that can be there."""

PYTHON_TYPES = {
    "string": str, "blob": str, "integer": int, "long": int, "boolean": bool, "timestamp": (int, float),
    "list": list, "map": dict, "structure": dict,
}  # fmt: skip


def unlike(shape, value, absent=(), path=""):
    """Pairs of a path, such as `Tasks.LoggingInfo`, and how the value there differs from its shape."""
    expected = PYTHON_TYPES[shape.type_name]
    if not isinstance(value, expected) or (isinstance(value, bool) and expected is not bool):
        yield path, f"not of type {shape.type_name}"
    elif shape.type_name == "structure":
        prefix = f"{path}." if path else ""
        for name in value.keys() - shape.members.keys():
            yield f"{prefix}{name}", "unknown"
        for name, member in shape.members.items():
            if name in value:
                yield from unlike(member, value[name], absent, prefix + name)
            elif prefix + name not in absent:
                yield prefix + name, "missing"
    elif shape.type_name == "list":
        for item in value:
            yield from unlike(shape.member, item, absent, path)
    elif shape.type_name == "map":
        for item in value.values():
            yield from unlike(shape.value, item, absent, path)
    elif shape.type_name == "string" and getattr(shape, "enum", None) and value not in shape.enum:
        yield path, f"{value!r} is none of {shape.enum}"


def lacks(part, whole, path=""):
    """The paths at which a value is not as a part of it is expected to be. Lists have as many items as expected."""
    if isinstance(part, dict) and isinstance(whole, dict):
        for name, member in part.items():
            yield from lacks(member, whole.get(name), f"{path}.{name}")
    elif isinstance(part, list) and isinstance(whole, list) and len(part) == len(whole):
        for index, (item, other) in enumerate(zip(part, whole)):
            yield from lacks(item, other, f"{path}.{index}")
    elif part != whole:
        yield path, part, whole
