"""All that a value violates of a shape in botocore's service model.

botocore itself checks required and unknown members, types and minima; this checks maxima, patterns and
enumerations as well.
"""

import regex

PYTHON_TYPES = {"string": str, "integer": int, "long": int, "boolean": bool, "list": list, "structure": dict}


def violations(shape, value, place=""):
    """Pairs of a place, such as `Tags[0].Key`, and the name of the violated constraint."""
    if type(value) is not PYTHON_TYPES[shape.type_name]:
        yield place, "type"
        return
    size = value if shape.type_name in ("integer", "long") else len(value) if hasattr(value, "__len__") else 0
    if shape.type_name != "structure":
        if size < shape.metadata.get("min", size):
            yield place, "min"
        if size > shape.metadata.get("max", size):
            yield place, "max"
    if shape.type_name == "string":
        pattern = shape.metadata.get("pattern")
        # Java's `$`, as AWS's, matches before a last line end; a whole match does not.
        if pattern and not regex.fullmatch(pattern, value):
            yield place, "pattern"
        if shape.enum and value not in shape.enum:
            yield place, "enum"
    elif shape.type_name == "list":
        for index, item in enumerate(value):
            yield from violations(shape.member, item, f"{place}[{index}]")
    elif shape.type_name == "structure":
        yield from members(shape, value, f"{place}." if place else "")


def members(shape, value, prefix):
    for name in shape.required_members:
        if name not in value:
            yield f"{prefix}{name}", "required"
    for name, member in value.items():
        if name in shape.members:
            yield from violations(shape.members[name], member, f"{prefix}{name}")
        else:
            yield f"{prefix}{name}", "unknown"
