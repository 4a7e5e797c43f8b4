#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| loftesarkiv_fuzz::markdown::holds(data));
