"""Answers beside openapi.json: each keeps to the schema of its route, and has no member that the schema does not name.
The pages' types are made from the same schemas, so an answer that a schema describes wrongly would mislead them too."""
import json

KINDS = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}


def is_of_type(value, types):
    return any(isinstance(value, KINDS[t]) and not (t != "boolean" and isinstance(value, bool)) for t in types)


def object_misfits(value, schema, schemas, at):
    properties = schema.get("properties", {})
    found = [f"{at}: no {name}" for name in schema.get("required", []) if name not in value]
    for name, part in value.items():
        if name in properties:
            found += misfits(part, properties[name], schemas, f"{at}.{name}")
        elif isinstance(schema.get("additionalProperties"), dict):
            found += misfits(part, schema["additionalProperties"], schemas, f"{at}.{name}")
        elif properties or "additionalProperties" in schema:
            found.append(f"{at}: the schema does not name {name}, which is {json.dumps(part)[:60]}")
    return found


def misfits(value, schema, schemas, at="$"):
    """What of `value` is not as its JSON Schema says: the part of the standard that openapi.json uses."""
    if "$ref" in schema:
        schema = schemas[schema["$ref"].rpartition("/")[2]]
    if "anyOf" in schema:
        tries = [misfits(value, one, schemas, at) for one in schema["anyOf"]]
        return min(tries, key=len)
    types = schema.get("type", list(KINDS))
    if not is_of_type(value, [types] if isinstance(types, str) else types):
        return [f"{at}: {value!r} is no {types}"]
    found = []
    if "enum" in schema and value not in schema["enum"]:
        found.append(f"{at}: {value!r} is none of {schema['enum']}")
    if isinstance(value, dict):
        found += object_misfits(value, schema, schemas, at)
    if isinstance(value, list):
        if not schema.get("minItems", 0) <= len(value) <= schema.get("maxItems", len(value)):
            found.append(f"{at}: {len(value)} items")
        for number, part in enumerate(value[:50] if "items" in schema else []):
            found += misfits(part, schema["items"], schemas, f"{at}[{number}]")
    return found


def is_path_of(pattern, path):
    wanted, given = pattern.split("/"), path.split("/")
    return len(wanted) == len(given) and all(w == g or (w.startswith("{") and g) for w, g in zip(wanted, given))


class Shapes:
    def __init__(self, document):
        self.paths = document["paths"]
        self.schemas = document["components"]["schemas"]

    def operation(self, method, path):
        path = path.partition("?")[0]
        exact = self.paths.get(path)
        for methods in [exact] if exact else [m for pattern, m in self.paths.items() if is_path_of(pattern, path)]:
            if method.lower() in methods:
                return methods[method.lower()]
        return None

    def misfits_of(self, method, path, answer):
        """What of this answer is not as openapi.json says; nothing where the document names no such route."""
        operation = self.operation(method, path)
        if not operation or answer.status == 304:
            return []
        response = operation["responses"].get(str(answer.status), operation["responses"]["default"])
        content, seen = response.get("content", {}), answer.getheader("Content-Type", "").partition(";")[0]
        if seen not in content:
            return [f"is {seen}, not {sorted(content)}"] if content or seen else []
        schema = content[seen].get("schema")
        return misfits(json.loads(answer.bytes), schema, self.schemas) if schema else []
