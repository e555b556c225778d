"""Runs DEDUCE (LGPL-3.0, a development tool only, never shipped) over texts: JSON array of strings in, spans per text out."""
import json
import sys

from deduce import Deduce

deduce = Deduce()
found = []
for text in json.load(sys.stdin):
    annotations = deduce.deidentify(text).annotations
    found.append([{"start": int(one.start_char), "end": int(one.end_char), "tag": one.tag} for one in annotations])
json.dump(found, sys.stdout)
