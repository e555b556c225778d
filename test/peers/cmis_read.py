"""Reads a folder of a CMIS repository over AtomPub with cmislib: cmis_read.py <url> <user> <password> <path>. Writes JSON."""
import hashlib
import json
import sys

from cmislib import CmisClient

url, user, password, path = sys.argv[1:5]
repository = CmisClient(url, user, password).defaultRepository
folder = repository.getObjectByPath(path)
found = []
for child in folder.getChildren():
    properties = child.getProperties()
    if properties.get("cmis:baseTypeId") != "cmis:document":
        continue
    found.append(
        {
            "name": child.getName(),
            "sha256": hashlib.sha256(child.getContentStream().read()).hexdigest(),
            "versions": [
                {
                    "label": version.getProperties()["cmis:versionLabel"],
                    "comment": version.getProperties().get("cmis:checkinComment"),
                    "sha256": hashlib.sha256(version.getContentStream().read()).hexdigest(),
                }
                for version in (child.getAllVersions() if child.getProperties().get("cmis:versionLabel") else [])
                if version.getProperties().get("cmis:isMajorVersion")
            ],
            "properties": {name: str(value) for name, value in properties.items() if value is not None},
        }
    )
print(json.dumps(found))
