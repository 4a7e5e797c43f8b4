#![no_main]

libfuzzer_sys::fuzz_target!(|data: &[u8]| loftesarkiv_fuzz::personal_numbers::holds(data));
