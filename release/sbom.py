"""The list of what the program is made of, as CycloneDX 1.6, for those who watch for weaknesses."""

import datetime
import tomllib
import uuid

from cyclonedx.model import HashAlgorithm, HashType
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.license import LicenseExpression
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL

from release.build import SYSTEMS
from release.facts import EPOCH, PACKAGE, ROOT, VERSION
from release.licences import crates

# The program for a Mac is made elsewhere, but of the same list.
TARGETS = [*(system.target for system in SYSTEMS), "aarch64-apple-darwin"]


def sbom() -> str:
    """The list, checked against CycloneDX's schema."""
    lock = tomllib.loads((ROOT / "Cargo.lock").read_text(encoding="utf-8"))["package"]
    checksums = {(it["name"], it["version"]): it.get("checksum") for it in lock}
    found = {(it["name"], it["version"]): it for target in TARGETS for it in crates(target)}
    parts = [component(found[key], checksums[key]) for key in sorted(found)]
    program = Component(
        name="loftesarkiv",
        version=VERSION,
        type=ComponentType.APPLICATION,
        bom_ref="loftesarkiv",
        licenses=[LicenseExpression(PACKAGE["license"])],
    )
    name = " ".join(f"{part.name} {part.version}" for part in [program, *parts])
    bom = Bom(
        components=parts,
        metadata=BomMetaData(
            component=program,
            timestamp=datetime.datetime.fromtimestamp(EPOCH, datetime.timezone.utc),
        ),
        # The same list has the same name.
        serial_number=uuid.uuid5(uuid.NAMESPACE_URL, name),
    )
    bom.register_dependency(program, parts)
    text = JsonV1Dot6(bom).output_as_string(indent=2)
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(text)
    if wrong:
        raise SystemExit(f"the list of crates is not valid CycloneDX: {wrong}")
    return text + "\n"


def component(crate: dict, checksum: str | None) -> Component:
    """One crate."""
    name, version = crate["name"], crate["version"]
    # Before SPDX's OR, crates wrote a slash.
    licence = crate["license"] and crate["license"].replace("/", " OR ").replace("  ", " ")
    purl = PackageURL("cargo", None, name, version)
    return Component(
        name=name,
        version=version,
        type=ComponentType.LIBRARY,
        purl=purl,
        bom_ref=str(purl),
        licenses=[LicenseExpression(licence)] if licence else [],
        hashes=[HashType(alg=HashAlgorithm.SHA_256, content=checksum)] if checksum else [],
    )
