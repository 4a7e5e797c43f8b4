//! The check digit of Swedish numbers of persons and organisations.

/// Whether the last of ten digits agrees with the others (Luhn's algorithm). The digits are ASCII
/// or their values.
pub fn fits(ten: &[u8]) -> bool {
    let sum: u32 = ten
        .iter()
        .enumerate()
        .map(|(n, digit)| {
            let value = u32::from(digit & 15) * (2 - n as u32 % 2);
            value / 10 + value % 10
        })
        .sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
mod tests {
    use super::fits;

    #[test]
    fn a_wrong_digit_and_two_that_changed_places_are_found() {
        for number in ["2120000357", "2120001355", "2321000016", "5560360793"] {
            assert!(fits(number.as_bytes()), "{number}");
        }
        for number in ["2120000358", "2120000375", "2120003057", "1220000357"] {
            assert!(!fits(number.as_bytes()), "{number}");
        }
    }
}
