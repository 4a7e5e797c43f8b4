//! What is found in texts, and what is not reported. Numbers are the tax agency's test number
//! (19121212-1212), numbers made up for births before 1900, or from the telephone authority's range
//! for fiction (070-174 06 05 to 99).

mod numbers;
mod reference;
mod style;
