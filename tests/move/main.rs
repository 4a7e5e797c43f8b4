//! `move`: nothing that was published loses its address, and no reference is left behind.

#[path = "../support/mod.rs"]
mod support;

mod document;
mod place;
mod refused;

use support::{Outcome, Site};

const MUNICIPALITY: &str =
    "+++\nkind = \"municipality\"\ntitle = \"Eskilstuna kommun\"\ncode = \"0484\"\n+++\n";

const AGREEMENT: &str = "\
+++
kind = \"agreement\"
title = \"Överenskommelse 2016\"  # som på omslaget
period = { from = 2016, until = 2019 }

[[signatories]]
name = \"Kommunen\"

[[sources]]
publisher = \"Eskilstuna kommun\"

[[attachments]]
file = \"avtal.pdf\"
title = \"Avtalet\"
text = \"searchable\"
+++

## Fokus

Se [löftet](../2018/medborgarlofte.md#lofte-synlighet).
";

const PLEDGE: &str = "\
+++
kind = \"pledge\"
title = \"Medborgarlöfte 2018\"
period = 2018
agreement = '../2016/overenskommelse.md' # avtalet

[[signatories]]
name = \"Kommunen\"

[[sources]]
publisher = \"Eskilstuna kommun\"

[[commitments]]
id = \"synlighet\"
text = \"Fler patruller.\"
+++

Ur [överenskommelsen](../2016/overenskommelse.md#fokus), [igen](</kommuner/eskilstuna/2016/overenskommelse.md>)
och [en gång till][avtal].

[avtal]: ../2016/overenskommelse.md \"Avtalet\"
";

const FOLLOW_UP: &str = "\
+++
kind = \"follow-up\"
title = \"Uppföljning 2018\"
date = 2018-12-01
follows_up = [\"medborgarlofte.md\"]
assessed_by = \"Kommunen\"

[[sources]]
publisher = \"Eskilstuna kommun\"

[[outcomes]]
commitment = \"medborgarlofte.md#synlighet\"
status = \"kept\"
+++
";

const JOINT: &str = "\
+++
kind = \"notice\"
title = \"Nyhet\"
date = 2020
municipalities = [\"eskilstuna\"]
about = \"/kommuner/eskilstuna/2018/medborgarlofte.md\"

[[sources]]
publisher = \"Polisen\"
+++
";

const AREA: &str = "\
+++
kind = \"police-area\"
title = \"Lokalpolisområde Eskilstuna\"

[[members]]
municipality = \"eskilstuna\"
+++
";

const HOME: &str = "content/kommuner/eskilstuna";

/// Built once, so that its addresses are published.
fn site() -> Site {
    unbuilt().build()
}

fn unbuilt() -> Site {
    Site::empty()
        .write("site.toml", support::SETTINGS)
        .write("content/kommuner/eskilstuna/index.md", MUNICIPALITY)
        .write("content/kommuner/eskilstuna/2016/overenskommelse.md", AGREEMENT)
        .write("content/kommuner/eskilstuna/2016/avtal.pdf", "%PDF-1.7")
        .write("content/kommuner/eskilstuna/2018/medborgarlofte.md", PLEDGE)
        .write("content/kommuner/eskilstuna/2018/uppfoljning.md", FOLLOW_UP)
        .write("content/gemensamt/2020/nyhet.md", JOINT)
        .write("content/lokalpolisomraden/eskilstuna/index.md", AREA)
}

#[track_caller]
fn moves(site: &Site, from: &str, to: &str) -> Outcome {
    site.run(&["move", from, to])
}

fn document(name: &str) -> String {
    format!("{HOME}/{name}")
}
