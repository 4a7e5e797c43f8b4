//! Lists for other programs.

use crate::sites::site;

#[test]
fn lists_say_what_other_programs_are_to_do() {
    let published = site();
    published.site.run(&["publish"]).succeeds();
    let old = published.www().join("SHA256SUMS").display().to_string();
    let published = published.changed();
    let lists = published.host.path("listor").display().to_string();
    let before = published.there();
    let there = published.www().display().to_string();
    let told = published.site.run(&["publish", "--plan", &lists]).succeeds().stderr;
    assert!(told.contains(&format!("Jämfört med {there}, som det är nu.")), "{told}");
    assert_eq!(before, published.there(), "nothing is sent");

    let read = |name: &str| published.host.read(&format!("listor/{name}"));
    assert!(read("1-nya.txt").contains("kommuner/eskilstuna/2020/medborgarlofte.html\n"));
    assert!(read("2-andrade.txt").contains("kommuner/eskilstuna/2018/medborgarlofte.html\n"));
    assert_eq!(read("3-listan.txt"), "SHA256SUMS\n");
    let plan: serde_json::Value = serde_json::from_str(&read("plan.json")).expect("JSON");
    assert_eq!(plan["new"].as_array().map(Vec::len), Some(read("1-nya.txt").lines().count()));
    let script = read("winscp.txt");
    let put = script.find("put -transfer=binary \"SHA256SUMS\"").expect("the list is put");
    let last = script.rfind("put ").expect("a put");
    assert_eq!(put, last, "the list comes last");

    // For a host that only the other program reaches, from a copy of its list.
    let site = published.site.write("site.toml", "title = \"Arkivet\"\nlanguage = \"sv\"\n");
    let named = published.host.path("andra").display().to_string();
    let told = site.run(&["publish", "--plan", &named, "--against", &old]).succeeds().stderr;
    assert!(told.contains(&format!("Jämfört med listan {old}.")), "{told}");
    assert!(published.host.read("andra/1-nya.txt").contains("2020/medborgarlofte.html"));
    assert!(!published.host.read("andra/1-nya.txt").contains("2018/medborgarlofte.html"));
    let whole = published.host.path("allt").display().to_string();
    let told = site.run(&["publish", "--plan", &whole]).succeeds().stderr;
    assert!(told.contains("Jämfört med ingenting, så alla filer räknas som nya"), "{told}");
    assert!(published.host.read("allt/1-nya.txt").contains("2018/medborgarlofte.html"));
}
