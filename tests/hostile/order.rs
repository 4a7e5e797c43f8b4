//! The order in which files are created makes no difference: the same problems in the same order.

use crate::bounded::{Told, check, notice, plain_site, with};

#[test]
fn files_made_in_another_order_give_the_same_problems_in_the_same_order() {
    let files: Vec<(String, String)> = (0..40)
        .map(|n| {
            let text = match n % 5 {
                0 => with("nonsense = 1\nanother = 2"),
                1 => notice("[hit](finns-inte.md) och [dit](#ingenstans)"),
                2 => with("about = [\"0.md\", \"finns-inte.md\"]"),
                3 => with("aliases = [\"samma.html\"]"),
                _ => String::from("ingen inledning"),
            };
            (format!("content/kommuner/orust/{}.md", n * 7 % 40), text)
        })
        .collect();
    let told = |order: &mut dyn Iterator<Item = &(String, String)>| -> Vec<Told> {
        check(&order.fold(plain_site(), |site, (path, text)| site.write(path, text))).told
    };
    let expected = told(&mut files.iter());
    assert!(expected.len() > 40, "{expected:#?}");
    assert_eq!(expected, told(&mut files.iter().rev()));
    assert_eq!(expected, told(&mut files.iter().skip(17).chain(files.iter().take(17))));
}
