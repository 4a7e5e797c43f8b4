//! Open data: what is in the tables and calendars of a small archive, and what must never be.

mod support;

use support::Site;

/// An archive with every sort of row.
fn archive() -> Site {
    Site::empty()
        .write(
            "site.toml",
            "title = \"Arkivet\"\npublisher = \"Håbo kommun\"\nbase_url = \"https://www.habo.example/loften/\"\n\
             [archive]\ncreator = \"Håbo kommun\"\ncreator_id = \"212000-0241\"\n\
             contact = \"arkiv@habo.example\"\n\
             [data]\ncontact = \"data@habo.example\"\nlicence = \"CC0-1.0\"\n",
        )
        .write(
            "content/kommuner/habo/index.md",
            "+++\nkind = \"municipality\"\ntitle = \"Håbo kommun\"\ncode = \"0305\"\n+++\n",
        )
        .write(
            "content/kommuner/habo/2018/medborgarlofte.md",
            "+++\nkind = \"pledge\"\ntitle = \"Löftet, \\\"2018\\\"\"\nperiod = 2018\nsigned = 2018-02-01\n\
             focus = [\"unga\"]\nfollow_ups_planned = [\"2018-05\", \"2019\"]\narchived = 2026-11-22\n\
             [[signatories]]\nname = \"Kim Exempel\"\nrole = \"lokalpolisområdeschef\"\n\
             [[commitments]]\nid = \"ljus\"\ntext = \"Fler lampor.\\nI parken.\"\nby = [\"Håbo kommun\"]\n\
             [[commitments]]\nid = \"patruller\"\ntext = \"Fler patruller.\"\n\
             [contact]\nname = \"Robin Exempel\"\n+++\n\nText.\n",
        )
        .write(
            "content/kommuner/habo/2018/uppfoljning.md",
            "+++\nkind = \"follow-up\"\ntitle = \"Uppföljning\"\ndate = 2018-06-01\n\
             follows_up = \"medborgarlofte.md\"\nassessed_by = \"Håbo kommun\"\n\
             [[outcomes]]\ncommitment = \"ljus\"\nstatus = \"kept\"\nvalue = \"12 lampor\"\n\
             [[outcomes]]\ntext = \"Allt gick bra.\"\n+++\n\nText.\n",
        )
        .write(
            "content/kommuner/habo/2020/medborgarlofte.md",
            "+++\nkind = \"pledge\"\ntitle = \"Löftet 2020\"\nperiod = 2020\n+++\n\nText.\n",
        )
}

fn lines(site: &Site, file: &str) -> Vec<String> {
    site.read(file).lines().map(|line| line.trim_end_matches('\r').to_owned()).collect()
}

#[test]
fn the_tables_say_what_the_pages_say() {
    let site = archive().today("2026-11-28").build();
    assert_eq!(
        lines(&site, "public/data/ataganden.csv"),
        [
            "dokument_id,atagande_id,text,ansvarig,mal,plats,status,status_datum,bedomd_av,adress,nar,typ,uppfoljt,orsak,mats_genom,utgangslage,malvarde",
            "kommuner/habo/2018/medborgarlofte,ljus,Fler lampor. I parken.,Håbo kommun,,,Uppfyllt,2018-06-01,Håbo kommun,https://www.habo.example/loften/kommuner/habo/2018/medborgarlofte.html#lofte-ljus,,åtagande,bedömt,,,,",
            "kommuner/habo/2018/medborgarlofte,patruller,Fler patruller.,,,,,,,https://www.habo.example/loften/kommuner/habo/2018/medborgarlofte.html#lofte-patruller,,åtagande,,,,,",
        ]
    );
    assert_eq!(
        lines(&site, "public/data/utfall.csv"),
        [
            "dokument_id,atagande_id,datum,status,bedomd_av,tredje_part,uppfoljning_id,resultat,text,av",
            "kommuner/habo/2018/medborgarlofte,,2018-06-01,,Håbo kommun,nej,kommuner/habo/2018/uppfoljning,,Allt gick bra.,",
            "kommuner/habo/2018/medborgarlofte,ljus,2018-06-01,Uppfyllt,Håbo kommun,nej,kommuner/habo/2018/uppfoljning,12 lampor,,",
        ]
    );
    assert_eq!(
        lines(&site, "public/data/utlovade-uppfoljningar.csv"),
        [
            "dokument_id,utlovad,uppfoljning_id",
            "kommuner/habo/2018/medborgarlofte,2018-05,kommuner/habo/2018/uppfoljning",
            "kommuner/habo/2018/medborgarlofte,2019,",
        ]
    );
    assert_eq!(
        lines(&site, "public/data/luckor.csv"),
        ["plats_id,saknar,fran,till", "kommuner/habo,medborgarlöfte,2019-01,2019-12"]
    );
    assert_eq!(
        lines(&site, "public/data/platser.csv")[1],
        "kommuner/habo,kommun,Håbo kommun,0305,,https://www.habo.example/loften/kommuner/habo/index.html"
    );
    let document = &lines(&site, "public/data/dokument.csv")[1];
    assert!(
        document.starts_with(
            "kommuner/habo/2018/medborgarlofte,medborgarlöfte,\"Löftet, \"\"2018\"\"\",kommuner/habo,2018-02-01,undertecknat,2018-01-01,2018-12-31,,unga,"
        ),
        "{document}"
    );
}

/// Columns are only ever added, at the end: whoever counts them from the left is never led astray.
#[test]
fn a_notice_says_of_what_type_it_is() {
    let notice = |title: &str, of: &str| {
        format!(
            "+++\nkind = \"notice\"\ntitle = \"{title}\"\ndate = 2018-03-01\n{of}+++\n\nText.\n"
        )
    };
    let site = archive()
        .write("content/kommuner/habo/2018/a.md", notice("A", "type = \"press-release\"\n"))
        .write("content/kommuner/habo/2018/b.md", notice("B", ""))
        .today("2026-11-28")
        .build();
    let found = lines(&site, "public/data/dokument.csv");
    assert_eq!(
        found[0],
        "id,typ,titel,plats_id,datum,datum_avser,galler_fran,galler_till,parter,amne,\
         overenskommelse_id,ersatter_id,foljer_upp_id,ordalydelse,kalla_utgivare,kalla_adress,\
         diarienummer,lades_in,rattad,adress,kallas,tills_vidare,offentligt_senast,undertecknat,\
         avslutat,fullstandig,omfattar_medborgarlofte,original,sprak,forlanger_id,bygger_pa_id,\
         handlar_om_id,oversattning_av_id,nyhetstyp,utlovat_i_ord"
    );
    let ends = |id: &str, end: &str| {
        let row = found.iter().find(|row| row.starts_with(&format!("kommuner/habo/2018/{id},")));
        assert!(row.is_some_and(|row| row.ends_with(end)), "{id}: {row:?}");
    };
    ends("a", ",pressmeddelande,");
    ends("b", ",nyhet,");
    ends("medborgarlofte", ",sv,,,,,,");
    assert!(site.read("public/data/arkivet.json").contains("\"version\": 3"));
}

/// What a source says of follow-ups in its own words, and who works with crime prevention where and
/// when; the page explains both as the schema of keys does.
#[test]
fn promises_in_words_and_bodies_have_their_columns() {
    let bodies = "code = \"0305\"\n\n[[bodies]]\nname = \"Trygg i Håbo\"\ntype = \"council\"\nfrom = \"2019-05\"\n\
                  until = 2022\n\n[[bodies]]\nname = \"Samordnaren\"\n";
    let site = archive()
        .change("content/kommuner/habo/index.md", "code = \"0305\"\n", bodies)
        .change(
            "content/kommuner/habo/2020/medborgarlofte.md",
            "period = 2020\n",
            "period = 2020\nfollow_ups_as_printed = \"varje kvartal\"\n",
        )
        .today("2026-11-28")
        .build();
    assert_eq!(
        lines(&site, "public/data/rad-och-samordnare.csv"),
        [
            "plats_id,namn,typ,fran,till",
            "kommuner/habo,Trygg i Håbo,Brottsförebyggande råd,2019-05,2022",
            "kommuner/habo,Samordnaren,,,",
        ]
    );
    let documents = lines(&site, "public/data/dokument.csv");
    let row = documents.iter().find(|row| row.starts_with("kommuner/habo/2020/medborgarlofte,"));
    assert!(row.is_some_and(|row| row.ends_with(",varje kvartal")), "{row:?}");
    let page = site.read("public/data/index.html");
    for words in [
        "<code>utlovat_i_ord</code></dt><dd>Uppföljningen som källan skriver den: När uppföljning är utlovad",
        "rad-och-samordnare.csv</a>: Råd och samordnare",
        "Namnet, som i källan.",
        "Tabellernas version är 3.",
    ] {
        assert!(page.contains(words), "no {words:?} in {page}");
    }
}

#[test]
fn nothing_of_the_data_depends_on_the_day_and_there_are_no_people_in_it() {
    let of_day = |day: &str| {
        let site = archive().today(day).build();
        let published = site.published();
        let data = published.iter().filter(|(path, _)| {
            let data = path.starts_with("data/") && !path.ends_with(".html");
            data || path.ends_with("kalender.ics")
        });
        let data: Vec<(String, Vec<u8>)> =
            data.map(|(path, bytes)| (path.clone(), bytes.clone())).collect();
        data
    };
    let early = of_day("2018-03-01");
    let late = of_day("2076-01-01");
    let names: Vec<&str> = early.iter().map(|(path, _)| path.as_str()).collect();
    assert_eq!(
        names,
        [
            "data/arkivet-schema.json",
            "data/arkivet.json",
            "data/arkivet.xlsx",
            "data/ataganden.csv",
            "data/catalog.rdf",
            "data/csv-metadata.json",
            "data/dokument.csv",
            "data/luckor.csv",
            "data/platser.csv",
            "data/rad-och-samordnare.csv",
            "data/utfall.csv",
            "data/utlovade-uppfoljningar.csv",
            "kommuner/habo/kalender.ics",
        ]
    );
    assert!(
        early.iter().map(|(path, _)| path).eq(late.iter().map(|(path, _)| path)),
        "other files"
    );
    for ((path, early), (_, late)) in early.iter().zip(&late) {
        assert!(early == late, "{path} depends on the day");
        let text = String::from_utf8_lossy(early);
        assert!(!text.contains("Exempel"), "{path} names a person");
    }
}

#[test]
fn the_workbook_is_the_same_on_every_system() {
    let site = archive().today("2026-11-28").build();
    let workbook = std::fs::read(site.path("public/data/arkivet.xlsx")).expect("a workbook");
    assert_eq!(support::zip_systems(&workbook), [3]);
}

#[test]
fn a_promised_month_is_in_words_on_its_first_day_and_a_year_has_no_day() {
    let site = archive().today("2026-11-28").build();
    let calendar = site.read("public/kommuner/habo/kalender.ics").replace("\r\n ", "");
    let of = |key: &str| -> Vec<String> {
        calendar.lines().filter(|line| line.starts_with(key)).map(str::to_owned).collect()
    };
    assert_eq!(
        of("SUMMARY"),
        [
            "SUMMARY:Utlovad uppföljning i maj 2018: Löftet\\, \"2018\"",
            "SUMMARY:Sista dagen: Löftet\\, \"2018\"",
            "SUMMARY:Sista dagen: Löftet 2020",
        ]
    );
    assert_eq!(
        of("DTSTART"),
        [
            "DTSTART;VALUE=DATE:20180501",
            "DTSTART;VALUE=DATE:20181231",
            "DTSTART;VALUE=DATE:20201231",
        ]
    );
    assert!(of("DTSTAMP").contains(&"DTSTAMP:20261122T000000Z".to_owned()), "{calendar}");
}

#[test]
fn without_a_base_url_or_an_owner_there_is_no_catalogue_and_addresses_are_from_the_start_page() {
    let site = archive().write("site.toml", "title = \"Arkivet\"\n").today("2026-11-28").build();
    assert!(!site.published().contains_key("data/catalog.rdf"));
    let told = site.run(&["build"]).succeeds().stderr;
    let lacking = "Utan base_url, [archive] och [data] i site.toml: ingen katalog över öppna data";
    assert!(told.contains(lacking), "{told}");
    assert!(
        lines(&site, "public/data/platser.csv")[1].ends_with(",kommuner/habo/index.html"),
        "{:?}",
        lines(&site, "public/data/platser.csv")
    );
}

/// What a catalogue still needs is said by name, and nothing when there is one.
#[test]
fn a_build_says_what_a_catalogue_lacks() {
    let told = |site: &Site| site.run(&["build"]).succeeds().stderr;
    let site = archive().today("2026-11-28");
    assert!(!told(&site).contains("katalog"), "{}", told(&site));
    let settings = site.read("site.toml");
    let (rest, _) = settings.split_once("[data]").expect("terms");
    let site = site.write("site.toml", rest);
    let lacking =
        "Utan [data] i site.toml: ingen katalog över öppna data för Sveriges dataportal.\n";
    assert!(told(&site).contains(lacking), "{}", told(&site));
    assert!(!site.path("public/data/catalog.rdf").exists());
}

#[test]
fn an_editors_own_file_keeps_the_address_that_the_program_wants() {
    let site = archive()
        .write("content/data/luckor.csv", "egna luckor\n")
        .write(
            "content/data/index.md",
            "+++\nkind = \"page\"\ntitle = \"Våra data\"\n+++\n\nVår text.\n",
        )
        .write(
            "content/om.md",
            "+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n\n[Luckor](data/luckor.csv)\n",
        )
        .today("2026-11-28")
        .build();
    assert_eq!(site.read("public/data/luckor.csv"), "egna luckor\n");
    let page = site.read("public/data/index.html");
    assert!(
        page.contains("Våra data") && page.contains("Vår text.") && page.contains("dokument.csv")
    );
    let told = site.run(&["check", "--format", "json"]).stdout;
    assert!(told.contains("page-left-out"), "{told}");
}

/// A host in letters of its own language, and a folder too, stand in the form that every program knows.
#[test]
fn addresses_for_programs_are_in_plain_letters() {
    let site = archive()
        .change("site.toml", "https://www.habo.example/loften/", "https://Örebro.example/löften")
        .today("2026-11-28")
        .build();
    let plain = "https://xn--rebro-iua.example/l%C3%B6ften/data/dokument.csv";
    assert!(site.read("public/sitemap.xml").contains(&format!("<loc>{plain}</loc>")));
    assert!(site.read("public/data/catalog.rdf").contains(plain));
}

#[test]
fn the_sitemap_lists_data_and_attachments() {
    let site = archive()
        .write("content/kommuner/habo/2018/avtal.pdf", "%PDF-1.4")
        .write(
            "content/om.md",
            "+++\nkind = \"page\"\ntitle = \"Om\"\n+++\n\n[Avtalet](kommuner/habo/2018/avtal.pdf)\n",
        )
        .today("2026-11-28")
        .build();
    let sitemap = site.read("public/sitemap.xml");
    for address in [
        "data/index.html",
        "data/dokument.csv",
        "data/arkivet.xlsx",
        "kommuner/habo/kalender.ics",
        "kommuner/habo/2018/avtal.pdf",
    ] {
        let url = format!("<loc>https://www.habo.example/loften/{address}</loc>");
        assert!(sitemap.contains(&url), "{address}");
    }
}
