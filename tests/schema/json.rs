//! The JSON Schema, checked with an independent validator: it agrees with the reader on every file
//! of the archive and of the tests' sites, and refuses what the reader refuses.

use std::fs;
use std::path::{Path, PathBuf};

use boon::{Compiler, SchemaIndex, Schemas};
use loftesarkiv::content::{RawFile, parse_file, parse_settings};
use loftesarkiv::diagnostic::{Code, Problem};
use loftesarkiv::language::Language;
use loftesarkiv::schema::{Kind, Need, Owner, json};
use serde_json::{Value, json};

use crate::declared::everything;
use crate::support::Site;

/// Faults that the schema must refuse too.
const OF_KEYS: [Code; 7] = [
    Code::UnknownKey,
    Code::UnknownKind,
    Code::MissingKey,
    Code::WrongType,
    Code::ReasonMissing,
    Code::ImageAltMissing,
    Code::UnsafeLink,
];

/// Faults in a value, of which the schema detects a part.
const OF_VALUES: [Code; 4] =
    [Code::UnknownValue, Code::InvalidDate, Code::InvalidAddress, Code::TomlSyntax];

struct Validator {
    schemas: Schemas,
    schema: SchemaIndex,
}

impl Validator {
    /// A validator for one of the schemas, which must itself be a valid schema.
    fn new(schema: Value) -> Validator {
        let mut compiler = Compiler::new();
        compiler.add_resource("schema.json", schema).expect("an address");
        let mut schemas = Schemas::new();
        let schema = compiler.compile("schema.json", &mut schemas);
        Validator { schema: schema.unwrap_or_else(|error| panic!("{error:#}")), schemas }
    }

    fn says(&self, value: &Value) -> Option<String> {
        self.schemas.validate(value, self.schema).err().map(|error| format!("{error:#}"))
    }
}

/// TOML as JSON, with its dates as texts.
fn as_json(value: toml::Value) -> Value {
    match value {
        toml::Value::Datetime(date) => json!(date.to_string()),
        toml::Value::Array(items) => items.into_iter().map(as_json).collect(),
        toml::Value::Table(table) => table.into_iter().map(|(k, v)| (k, as_json(v))).collect(),
        toml::Value::String(text) => json!(text),
        toml::Value::Integer(number) => json!(number),
        toml::Value::Float(number) => json!(number),
        toml::Value::Boolean(flag) => json!(flag),
    }
}

fn parsed(toml: &str) -> Option<Value> {
    toml.parse::<toml::Table>().ok().map(|table| as_json(toml::Value::Table(table)))
}

/// The TOML of a Markdown file.
fn front_matter(text: &str) -> Option<&str> {
    text.strip_prefix("+++\n")?.split_once("\n+++\n").map(|(toml, _)| toml)
}

/// Every file below a folder whose name ends like this.
fn files(folder: &Path, end: &str) -> Vec<PathBuf> {
    let all = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter().flatten();
    let all = all.map(|entry| entry.into_path());
    all.filter(|path| path.to_string_lossy().ends_with(end)).collect()
}

fn root() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

fn any(problems: &[Problem], codes: &[Code]) -> bool {
    problems.iter().any(|problem| codes.contains(&problem.code))
}

#[test]
fn the_command_prints_one_document_in_the_language_asked_for() {
    let site = Site::empty();
    for (arguments, language) in [
        (vec!["schema"], Language::Swedish),
        (vec!["schema", "--language", "en"], Language::English),
    ] {
        let printed = site.run(&arguments).succeeds().stdout;
        let printed: Value = serde_json::from_str(&printed).expect("one JSON document");
        assert_eq!(printed, json::everything(language));
    }
}

#[test]
fn a_new_site_brings_the_schema_of_its_settings() {
    let site = Site::empty();
    site.run(&["init", "."]).succeeds();
    let schema = site.read(".taplo/site.schema.json");
    let schema: Value = serde_json::from_str(&schema).expect("one JSON document");
    let settings = parsed(&site.read("site.toml")).expect("settings");
    assert_eq!(Validator::new(schema).says(&settings), None);
    let taplo: toml::Table = site.read(".taplo.toml").parse().expect("TOML");
    let path = taplo["rule"][0]["schema"]["path"].as_str().expect("a path");
    assert!(site.path(path).exists());
}

#[test]
fn every_file_of_the_archive_passes() {
    for language in [Language::Swedish, Language::English] {
        let validator = Validator::new(json::everything(language));
        let found = files(&root().join("content"), ".md");
        assert!(found.len() > 20, "{}", found.len());
        for path in found {
            let text = fs::read_to_string(&path).expect("text");
            let value = front_matter(&text).and_then(parsed).expect("front matter");
            assert_eq!(validator.says(&value), None, "{}", path.display());
        }
        let settings = fs::read_to_string(root().join("site.toml")).ok().and_then(|it| parsed(&it));
        let settings = settings.expect("settings");
        assert_eq!(validator.says(&settings), None);
        assert_eq!(Validator::new(json::settings(language)).says(&settings), None);
    }
}

#[test]
fn what_the_reader_takes_passes_and_what_it_refuses_does_not() {
    let validator = Validator::new(json::everything(Language::Swedish));
    let (mut passed, mut refused) = (0, 0);
    for path in files(&root().join("tests"), ".md") {
        let Ok(text) = fs::read_to_string(&path) else { continue };
        let Some(value) = front_matter(&text).and_then(parsed) else { continue };
        let raw = RawFile::new("content/kommuner/eskilstuna/index.md", text.as_bytes());
        let mut problems = parse_file(&raw).problems;
        // Problems with the text are not the schema's business.
        let body = text.find("\n+++\n").unwrap_or(text.len());
        problems.retain(|problem| problem.span.as_ref().is_none_or(|span| span.start < body));
        let said = validator.says(&value);
        if any(&problems, &OF_KEYS) {
            assert!(said.is_some(), "{} passes", path.display());
            refused += 1;
        } else if !any(&problems, &OF_VALUES) {
            assert_eq!(said, None, "{}", path.display());
            passed += 1;
        }
    }
    assert!(passed > 100 && refused > 5, "{passed} {refused}");
}

#[test]
fn the_settings_of_the_tests_sites_are_judged_as_the_reader_judges_them() {
    let validator = Validator::new(json::settings(Language::Swedish));
    for path in files(&root().join("tests"), "site.toml") {
        let Some(text) = fs::read_to_string(&path).ok() else { continue };
        let Some(value) = parsed(&text) else { continue };
        let problems = parse_settings(&RawFile::new("site.toml", text.as_bytes())).1;
        let said = validator.says(&value);
        if any(&problems, &OF_KEYS) {
            assert!(said.is_some(), "{} passes", path.display());
        } else if !any(&problems, &OF_VALUES) {
            assert_eq!(said, None, "{}", path.display());
        }
    }
}

/// A file with every key passes; without a required one, or with an additional one, neither the
/// schema nor the reader accepts it.
#[test]
fn required_keys_are_required_by_schema_and_reader_alike() {
    let validator = Validator::new(json::everything(Language::Swedish));
    for kind in Kind::ALL {
        let mut whole = parsed(&everything(Owner::Kind(*kind))).expect("TOML");
        assert_eq!(validator.says(&whole), None, "{kind:?}");
        if kind.is_archive() {
            whole.as_object_mut().expect("a table").remove("translation_of");
            assert_eq!(validator.says(&whole), None, "{kind:?}");
        }
        let changed = |change: &dyn Fn(&mut serde_json::Map<String, Value>)| {
            let mut value = whole.clone();
            change(value.as_object_mut().expect("a table"));
            let toml = toml::to_string(&value).expect("TOML");
            let raw = RawFile::new(
                "content/kommuner/eskilstuna/index.md",
                format!("+++\n{toml}+++\n").as_bytes(),
            );
            (validator.says(&value).is_some(), any(&parse_file(&raw).problems, &OF_KEYS))
        };
        for key in kind.keys().filter(|key| key.name != "kind") {
            let required = match key.need {
                Need::Required => true,
                // The others of them are present.
                Need::OneOf(_) | Need::Either(_) => false,
                Need::Optional
                | Need::Advised
                | Need::Rare
                | Need::Unless { .. }
                | Need::Flagged(_)
                | Need::With(_)
                | Need::Without(_)
                | Need::When { .. } => {
                    kind.keys().any(|other| other.need == Need::Flagged(key.name))
                }
            };
            let without = changed(&|keys| {
                keys.remove(key.name);
            });
            assert_eq!(without, (required, required), "{kind:?} without {}", key.name);
            for under in key.keys().iter().filter(|under| under.need == Need::Required) {
                let without = changed(&|keys| match &mut keys[key.name] {
                    Value::Array(tables) => {
                        tables[0].as_object_mut().map(|table| table.remove(under.name));
                    }
                    Value::Object(table) => {
                        table.remove(under.name);
                    }
                    plain => *plain = json!({}),
                });
                assert_eq!(without, (true, true), "{kind:?} {} without {}", key.name, under.name);
            }
        }
        let more = changed(&|keys| {
            keys.insert("sumary".to_owned(), json!("x"));
        });
        assert_eq!(more, (true, true), "{kind:?}");
    }
}

/// A translation has from its original all but its kind and its title.
#[test]
fn a_translation_may_leave_out_what_is_required_of_its_original() {
    let validator = Validator::new(json::everything(Language::Swedish));
    for kind in Kind::ALL.iter().filter(|kind| kind.is_archive()) {
        let judged = |keys: &str| {
            let text = format!("kind = \"{}\"\n{keys}", kind.as_str());
            let raw = RawFile::new("content/a.md", format!("+++\n{text}+++\n").as_bytes());
            let value = parsed(&text).expect("TOML");
            (validator.says(&value).is_some(), any(&parse_file(&raw).problems, &OF_KEYS))
        };
        let translation = "translation_of = \"b.md\"\n";
        assert_eq!(judged(&format!("title = \"T\"\n{translation}")), (false, false), "{kind:?}");
        assert_eq!(judged(translation), (true, true), "{kind:?} without a title");
        assert_eq!(judged("title = \"T\"\n"), (true, true), "{kind:?} that is no translation");
    }
}
