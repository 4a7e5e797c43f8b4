//! `schemas/dc.xsd`: the form of the package's Dublin Core. E-ARK wants the schemas of a package's
//! XML in it; those of METS and PREMIS are others' work, which every archive's system has, but no
//! schema has a root for Dublin Core alone, so that one is the program's own.

/// Where it is in the package.
pub const PATH: &str = "schemas/dc.xsd";

/// The schema: any elements of the two namespaces, as texts that may have a language.
pub const TEXT: &str = r#"<?xml version="1.0" encoding="UTF-8"?>
<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" elementFormDefault="qualified">
  <xs:element name="metadata">
    <xs:annotation>
      <xs:documentation xml:lang="sv">Paketets beskrivning med Dublin Cores element: http://purl.org/dc/elements/1.1/ och http://purl.org/dc/terms/</xs:documentation>
      <xs:documentation xml:lang="en">The package described by elements of Dublin Core: http://purl.org/dc/elements/1.1/ and http://purl.org/dc/terms/</xs:documentation>
    </xs:annotation>
    <xs:complexType>
      <xs:sequence>
        <xs:any namespace="http://purl.org/dc/elements/1.1/ http://purl.org/dc/terms/" processContents="lax" minOccurs="1" maxOccurs="unbounded"/>
      </xs:sequence>
    </xs:complexType>
  </xs:element>
</xs:schema>
"#;
