//! `arkivet.xlsx`: the tables as sheets of a workbook (Office Open XML). Every cell is text, because
//! a spreadsheet otherwise makes 484 of 0484 and a day of 2020-05. Written here with the crate for
//! ZIP; docs/decisions/workbook.md says why.

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, System, ZipWriter};

use super::part::{TablePart, Tables};
use super::table::DataTable;
use crate::escape;

const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/";

/// The most characters that a cell may have, as UTF-16.
const LONGEST: usize = 32_767;
/// What stands at the end of a longer text.
const CUT: &str = " […]";
/// How many bytes of a sheet are compressed at a time.
const GATHERED: usize = 256 << 10;
/// The most rows that a sheet may have.
const MOST_ROWS: usize = 1_048_576;

/// Number format 49 is text, so that a cell stays one when it is edited; the second style is that
/// of the first row.
const STYLES: &str = r#"<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="2"><xf numFmtId="49" applyNumberFormat="1"/><xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>"#;

/// The bytes of the file.
pub fn workbook(tables: Tables<'_>) -> Vec<u8> {
    // Writing to memory does not fail.
    written(tables).unwrap_or_default()
}

fn written(tables: Tables<'_>) -> std::io::Result<Vec<u8>> {
    let mut zip = ZipWriter::new(Cursor::new(Vec::with_capacity(64 << 10)));
    let sheets: Vec<(usize, DataTable)> = DataTable::ALL.iter().copied().enumerate().collect();
    let types = sheets.iter().map(|(n, _)| {
        format!(
            r#"<Override PartName="/xl/worksheets/sheet{}.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>"#,
            n + 1
        )
    });
    let types: String = types.collect();
    part(
        &mut zip,
        "[Content_Types].xml",
        &format!(
            r#"<Types xmlns="{PACKAGE}content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>{types}</Types>"#
        ),
    )?;
    part(
        &mut zip,
        "_rels/.rels",
        &format!(
            r#"<Relationships xmlns="{PACKAGE}relationships"><Relationship Id="rId1" Type="{RELATIONS}/officeDocument" Target="xl/workbook.xml"/></Relationships>"#
        ),
    )?;
    let named = sheets.iter().map(|(n, table)| {
        format!(r#"<sheet name="{}" sheetId="{}" r:id="rId{}"/>"#, table.name(), n + 1, n + 1)
    });
    let named: String = named.collect();
    part(
        &mut zip,
        "xl/workbook.xml",
        &format!(
            r#"<workbook xmlns="{MAIN}" xmlns:r="{RELATIONS}"><sheets>{named}</sheets></workbook>"#
        ),
    )?;
    let targets = sheets.iter().map(|(n, _)| {
        format!(
            r#"<Relationship Id="rId{}" Type="{RELATIONS}/worksheet" Target="worksheets/sheet{}.xml"/>"#,
            n + 1,
            n + 1
        )
    });
    let targets: String = targets.collect();
    part(
        &mut zip,
        "xl/_rels/workbook.xml.rels",
        &format!(
            r#"<Relationships xmlns="{PACKAGE}relationships">{targets}<Relationship Id="rId{}" Type="{RELATIONS}/styles" Target="styles.xml"/></Relationships>"#,
            sheets.len() + 1
        ),
    )?;
    part(
        &mut zip,
        "xl/styles.xml",
        &format!(r#"<styleSheet xmlns="{MAIN}">{STYLES}</styleSheet>"#),
    )?;
    for (n, table) in sheets {
        zip.start_file(format!("xl/worksheets/sheet{}.xml", n + 1), options())?;
        sheet(&mut zip, tables, table)?;
    }
    Ok(zip.finish()?.into_inner())
}

/// How hard the file is compressed. The usual 6 makes it seven per cent smaller, and takes two fifths
/// longer.
const LEVEL: i64 = 4;

/// The same whenever and wherever it is written.
fn options() -> SimpleFileOptions {
    SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .compression_level(Some(LEVEL))
        .last_modified_time(DateTime::default())
        .system(System::Unix)
        .unix_permissions(0o644)
}

/// A part whose text is fixed but for the names of tables, which need no escaping.
fn part(zip: &mut ZipWriter<Cursor<Vec<u8>>>, name: &str, xml: &str) -> std::io::Result<()> {
    zip.start_file(name, options())?;
    zip.write_all(DECLARATION.as_bytes())?;
    zip.write_all(xml.as_bytes())
}

/// A cell with text, and one with the name of a column: how it begins.
const TEXT: &str = "<c s=\"0\"";
const NAME: &str = "<c s=\"1\"";

/// What stands before the rows of a sheet. The first row stays when one scrolls.
const BEFORE_ROWS: &str = r#"<sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><sheetData>"#;

/// A table as a sheet. It is compressed as it is written, so that the sheets of a national archive
/// are never in memory at once, but not row by row: the compressor clears its whole buffer each
/// time that it is given anything, which took longer than everything else.
fn sheet(to: &mut impl Write, tables: Tables<'_>, table: DataTable) -> std::io::Result<()> {
    let mut xml = String::with_capacity(GATHERED + (16 << 10));
    xml.push_str(DECLARATION);
    xml.push_str(&format!(r#"<worksheet xmlns="{MAIN}">{BEFORE_ROWS}"#));
    xml.push_str("<row>");
    for about in table.columns() {
        cell(&mut xml, NAME, about.name);
    }
    xml.push_str("</row>");
    let mut rows = 1;
    let mut written = Ok(());
    table.each_row(tables, TablePart::Whole, &mut |cells| {
        rows += 1;
        if rows > MOST_ROWS || written.is_err() {
            return;
        }
        xml.push_str("<row>");
        for value in cells {
            value.joined(|text| cell(&mut xml, TEXT, text));
        }
        xml.push_str("</row>");
        if xml.len() >= GATHERED {
            written = to.write_all(xml.as_bytes());
            xml.clear();
        }
    });
    written?;
    xml.push_str("</sheetData></worksheet>");
    to.write_all(xml.as_bytes())
}

/// A cell in one of the styles; its name follows from its place in the row.
fn cell(xml: &mut String, style: &str, text: &str) {
    xml.push_str(style);
    if text.is_empty() {
        xml.push_str("/>");
        return;
    }
    xml.push_str(" t=\"inlineStr\"><is><t>");
    // No cell has a character that XML forbids.
    escape::html(&within(text), xml);
    xml.push_str("</t></is></c>");
}

/// The text, or as much of it as a cell may have.
fn within(text: &str) -> std::borrow::Cow<'_, str> {
    if text.len() <= LONGEST || text.encode_utf16().count() <= LONGEST {
        return text.into();
    }
    let room = LONGEST - CUT.len();
    let mut length = 0;
    let kept: String = text
        .chars()
        .take_while(|c| {
            length += c.len_utf16();
            length <= room
        })
        .collect();
    format!("{kept}{CUT}").into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_that_no_cell_can_hold_is_cut_between_characters_and_says_so() {
        let long = "å😀".repeat(LONGEST);
        let cut = within(&long);
        assert!(cut.encode_utf16().count() <= LONGEST && cut.ends_with(CUT), "{}", cut.len());
        let short = "å".repeat(LONGEST);
        assert_eq!(within(&short), short);
    }
}
