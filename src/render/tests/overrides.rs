//! A site's own theme: single files that replace the built-in ones, and every way to get that
//! wrong.

use super::{Site, facts, settings, told};
use crate::diagnostic::Spanned;
use crate::language::Language;
use crate::render::{Theme, ThemeFiles, read_theme};
use crate::site::{PageBody, fixture_views};

/// The site's files as a theme, or all problems with them.
fn load(files: &[(&str, &str)]) -> Result<Theme, Vec<String>> {
    let site = Site::with(files);
    let (files, problems) = read_theme(site.path(), &settings("min"));
    if !problems.is_empty() {
        return Err(told(&problems));
    }
    Theme::load(&files, &facts(Language::Swedish)).map_err(|problems| told(&problems))
}

fn problems(files: &[(&str, &str)]) -> Vec<String> {
    load(files).err().unwrap_or_default()
}

/// The page of the fixture that a template makes.
fn page(theme: &Theme, template: &str) -> String {
    let views = fixture_views();
    let view = views.iter().find(|view| view.view.template() == template).unwrap();
    String::from_utf8(theme.page(view).unwrap()).unwrap()
}

#[test]
fn a_template_stands_in_for_the_built_in_one() {
    let theme = load(&[("themes/min/templates/page.html", "<h1>{{ view.title }}</h1>\n")]);
    let theme = theme.ok().unwrap();
    assert_eq!(
        page(&theme, "page.html"),
        "<h1>Trygghet &amp; &lt;ordning&gt; med &quot;citat&quot; och &#39;apostrof&#39;</h1>\n"
    );
    assert!(page(&theme, "years.html").contains("<html"));
}

#[test]
fn a_template_can_extend_the_built_in_one_of_its_name() {
    let theme = load(&[(
        "themes/min/templates/base.html",
        "{% extends \"default/base.html\" %}{% block footer %}<footer>Egen</footer>{% endblock %}",
    )]);
    let years = page(&theme.ok().unwrap(), "years.html");
    assert!(years.contains("<footer>Egen</footer>") && years.contains("<main"), "{years}");
}

#[test]
fn a_text_stands_in_for_the_built_in_one_and_the_rest_stay() {
    let theme = load(&[("themes/min/strings/sv.toml", "[page]\nskip = \"Till texten\"\n")]);
    let years = page(&theme.ok().unwrap(), "years.html");
    assert!(years.contains("Till texten") && years.contains("Du är här"), "{years}");
}

#[test]
fn further_assets_are_added_and_known_ones_replaced() {
    let theme = load(&[
        ("themes/min/assets/style.css", "p{}"),
        ("themes/min/assets/bild/karta.svg", "<svg/>"),
        ("themes/min/LÄS.md", "Vårt tema."),
    ]);
    let theme = theme.ok().unwrap();
    let asset = |address: &str| {
        theme.assets().find(|(own, _)| own.as_str() == address).map(|(_, bytes)| bytes.to_vec())
    };
    assert_eq!(asset("assets/style.css").as_deref(), Some(&b"p{}"[..]));
    assert_eq!(asset("assets/bild/karta.svg").as_deref(), Some(&b"<svg/>"[..]));
}

#[test]
fn a_windows_file_gives_the_same_theme_as_any_other() {
    let unix = load(&[("themes/min/templates/page.html", "<p>Å\n</p>\n")]).ok().unwrap();
    let windows =
        load(&[("themes/min/templates/page.html", "\u{feff}<p>Å\r\n</p>\r\n")]).ok().unwrap();
    assert_eq!(unix.digest(), windows.digest());
}

#[test]
fn a_copy_of_the_built_in_theme_is_the_built_in_theme() {
    let built_in = ThemeFiles::built_in();
    let text = built_in.strings(Language::Swedish).unwrap().built_in.text.to_string();
    let copy = load(&[("themes/min/strings/sv.toml", &text)]).ok().unwrap();
    let plain = Theme::load(&built_in, &facts(Language::Swedish)).ok().unwrap();
    assert_eq!(copy.digest(), plain.digest());
}

#[test]
fn a_file_that_replaces_nothing_is_told_with_the_nearest_name() {
    assert_eq!(
        problems(&[
            ("themes/min/templates/bas.html", ""),
            ("themes/min/strings/page.html", ""),
            ("themes/min/mallar/base.html", ""),
            ("themes/min/style.css", ""),
        ]),
        [
            "themes/min/mallar:1:1 theme-file-unknown Ett tema har mapparna templates, strings och \
             assets; ”mallar” skulle aldrig användas. Lägg filer som mallarna ska använda i assets/.",
            "themes/min/strings/page.html:1:1 theme-file-unknown Temat har ingen fil \
             ”strings/page.html” att ersätta, så den här skulle aldrig användas. Menade du \
             ”templates/page.html”?",
            "themes/min/style.css:1:1 theme-file-unknown Temat har ingen fil ”style.css” att \
             ersätta, så den här skulle aldrig användas. Filer som mallarna ska använda läggs i \
             assets/. Vilka filer som kan ersättas står i docs/teman.md.",
            "themes/min/templates/bas.html:1:1 theme-file-unknown Temat har ingen fil \
             ”templates/bas.html” att ersätta, så den här skulle aldrig användas. Menade du \
             ”templates/base.html”?",
        ]
    );
}

#[test]
fn a_theme_without_folder_is_told_with_the_nearest_name() {
    let site = Site::with(&[("themes/minn/templates/page.html", "")]);
    let (_, problems) = read_theme(site.path(), &settings("min"));
    assert_eq!(
        told(&problems),
        ["site.toml:2:10 theme-missing Temat ”min” finns inte: det finns ingen mapp themes/min. \
          Menade du ”minn”?"]
    );
    let (_, problems) = read_theme(site.path(), &settings("../themes/minn"));
    assert_eq!(problems.len(), 1);
}

#[test]
fn the_built_in_theme_needs_no_folder() {
    let site = Site::with(&[]);
    let (files, problems) = read_theme(site.path(), &settings("default"));
    assert_eq!(problems, []);
    assert!(Theme::load(&files, &facts(Language::Swedish)).is_ok());
}

#[test]
fn unknown_texts_and_placeholders_are_told() {
    assert_eq!(
        problems(&[(
            "themes/min/strings/sv.toml",
            "[page]\nskipp = \"x\"\npublished_by = \"{publicher}\"\nas_of = \"Nu\"\nstart = 3\n\
             [start]\ndocuments = \"{n} handlingar\"\n",
        )]),
        [
            "themes/min/strings/sv.toml:5:9 theme-string ”page.start” är ingen text. Skriv texten \
             inom citattecken: \"…\".",
            "themes/min/strings/sv.toml:2:1 theme-string Temat har ingen text som heter \
             ”page.skipp”. Menade du ”page.skip”?",
            "themes/min/strings/sv.toml:3:1 theme-string Platsen ”{publicher}” får inget värde i \
             den här texten. De värden som finns här är {publisher}.",
            "themes/min/strings/sv.toml:4:1 theme-string I texten saknas platsen ”{date}”, där \
             sidan sätter in ett värde. Skriv {date} där värdet ska stå. Den inbyggda texten är: \
             Sidan skapades {date} och visar vad som gällde då.",
            "themes/min/strings/sv.toml:7:1 theme-string Texten ”start.documents” finns i en form \
             för varje antal. Skriv start.documents = { one = \"…\", other = \"…\" }.",
        ]
    );
    assert!(
        problems(&[("themes/min/strings/en.toml", "[page\n")])[0]
            .starts_with("themes/min/strings/en.toml:1:6 toml-syntax")
    );
}

#[test]
fn faults_in_templates_are_told_with_their_place() {
    let fault = |text: &str| problems(&[("themes/min/templates/page.html", text)]);
    assert_eq!(
        fault("<h1>\n  {{ view.titel }}</h1>\n"),
        ["themes/min/templates/page.html:2:11 theme-template ”view” har inget fält ”titel” här. \
          Menade du ”title”?"]
    );
    assert_eq!(
        fault("{% if view.atachments %}{% endif %}"),
        ["themes/min/templates/page.html:1:12 theme-template ”view” har inget fält ”atachments” \
          här. Menade du ”attachments”?"]
    );
    assert_eq!(
        fault("{{ t.page.skp }}"),
        ["themes/min/templates/page.html:1:6 theme-template Temat har ingen text ”page.skp”. \
          Menade du ”page.skip”?"]
    );
    assert_eq!(
        fault("å {{ titel }}"),
        ["themes/min/templates/page.html:1:6 theme-template ”titel” finns inte här. Här finns: \
          frame, hollow_signs, measure_statuses, page, shapes, signs, site, status_shapes, statuses, t, view."]
    );
    let [unknown] = &fault("{{ view.title | dat }}")[..] else { panic!("one problem") };
    assert!(unknown.starts_with(
        "themes/min/templates/page.html:1:17 theme-template Det finns inte något filter som heter ”dat”."
    ), "{unknown}");
    let [syntax] = &fault("{% if view.title %}")[..] else { panic!("one problem") };
    assert!(
        syntax.contains("theme-template Mallen går inte att använda. Mallspråket säger:"),
        "{syntax}"
    );
    let [order] = &fault("{% for a, b in view %}{% endfor %}")[..] else { panic!("one problem") };
    assert!(order.contains("1:8 theme-template En slinga över nycklar och värden"), "{order}");
    let [parent] = &fault("{% extends \"bas.html\" %}")[..] else { panic!("one problem") };
    assert!(parent.contains("Det finns inte någon mall som heter ”bas.html”."), "{parent}");
    let [filter] = &fault("{{ view.title | date }}")[..] else { panic!("one problem") };
    assert!(
        filter.starts_with("themes/min/templates/page.html:1:17 theme-template Filtret ”date” tar"),
        "{filter}"
    );
}

#[test]
fn a_fault_that_only_some_views_show_is_found_too() {
    let text = "{% if view.translation_of %}{{ view.translation_of.date | date_text }}{{ view.body }}{% endif %}{{ view.archived | date }}";
    let found = problems(&[("themes/min/templates/page.html", text)]);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].contains("Filtret ”date” tar ett datum"), "{found:#?}");
}

#[test]
fn a_fault_that_no_view_of_the_fixture_shows_names_the_page() {
    let text = "å{% if view.title == 'Sällsynt' %}\n{{ view.title | date }}{% endif %}";
    let theme = load(&[("themes/min/templates/page.html", text)]).ok().unwrap();
    let mut views = fixture_views();
    let view = views.iter_mut().find(|view| view.view.template() == "page.html").unwrap();
    if let PageBody::Text(page) = &mut view.view {
        page.title = "Sällsynt".to_owned();
    }
    let found = told(&theme.page(view).unwrap_err());
    assert_eq!(found.len(), 1, "{found:#?}");
    assert!(found[0].starts_with("themes/min/templates/page.html:2:"), "{found:#?}");
    assert!(found[0].contains("Felet uppstod när sidan om.html skulle göras."), "{found:#?}");
}

#[test]
fn a_logo_is_published_and_one_that_runs_code_is_not() {
    let site = Site::with(&[
        ("bilder/vapen.SVG", "<svg><path d='M0 0'/></svg>"),
        ("elak.svg", "<svg><script>1</script></svg>"),
    ]);
    let with_logo = |logo: &str| {
        let mut settings = settings("default");
        settings.logo = Some(Spanned::new(logo.to_owned(), 0..5));
        read_theme(site.path(), &settings)
    };
    let (files, problems) = with_logo("bilder/vapen.SVG");
    assert_eq!(problems, []);
    assert_eq!(files.logo().map(|address| address.as_str()), Some("assets/logo.svg"));
    for (logo, said) in [
        ("elak.svg", "innehåller kod som kan köras"),
        ("../vapen.svg", "ligger inte i webbplatsens mapp"),
        ("vapen.svg", "finns inte i webbplatsens mapp"),
        ("vapen.tiff", "ingen bild som webbläsare visar"),
    ] {
        let (files, problems) = with_logo(logo);
        assert!(files.logo().is_none());
        let told = told(&problems);
        assert!(told.len() == 1 && told[0].contains(said), "{told:?}");
    }
}

#[cfg(unix)]
#[test]
fn links_to_other_places_are_not_followed() {
    let site = Site::with(&[("annat/page.html", ""), ("themes/min/templates/x", "")]);
    std::fs::remove_file(site.path().join("themes/min/templates/x")).unwrap();
    std::os::unix::fs::symlink(
        site.path().join("annat/page.html"),
        site.path().join("themes/min/templates/page.html"),
    )
    .unwrap();
    let (_, problems) = read_theme(site.path(), &settings("min"));
    assert!(told(&problems)[0].starts_with("themes/min/templates/page.html:1:1 symlink"));
}
