//! `data_block`: JSON for a `<script>` that is not run. Nothing in it can end the script or begin a
//! reference, because `<`, `>` and `&` are written as escapes of JSON.

use tera::{Kwargs, State, Tera, TeraResult, Value};

use super::arguments::wrong;
use crate::text;

pub fn register(tera: &mut Tera) {
    tera.register_filter(
        "data_block",
        |value: &Value, _: Kwargs, _: &State| -> TeraResult<Value> {
            let json = value.as_str().ok_or_else(|| {
                wrong("data_block", &text!("en text med JSON", "a text of JSON"), value)
            })?;
            let json = json.replace('<', "\\u003c").replace('>', "\\u003e").replace('&', "\\u0026");
            Ok(Value::safe_string(&json))
        },
    );
}
