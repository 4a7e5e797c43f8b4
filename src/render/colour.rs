//! The municipality's colour as a stylesheet: shades of its hue that are readable as text and links
//! on the theme's light and dark backgrounds.

use std::sync::Arc;

use crate::diagnostic::{Code, Problem, Source, Spanned};
use crate::text;

const LIGHT_GROUND: Rgb = Rgb(0xff, 0xff, 0xff);
const DARK_GROUND: Rgb = Rgb(0x12, 0x16, 0x1f);
/// The least contrast of text (WCAG AAA), and below it of links (AA).
const TEXT: f64 = 7.0;
const LINK: f64 = 4.5;
/// How far apart the strongest and weakest component of a colour must be for its hue to survive
/// when it is darkened.
const COLOURFUL: u8 = 24;

/// The stylesheet that sets `--brand` (7:1) and `--link` (4.5:1) for both backgrounds.
pub fn stylesheet(
    settings: &Arc<Source>,
    written: &Spanned<String>,
) -> Result<String, Box<Problem>> {
    let name = &written.value;
    let span = written.span.clone();
    let Some(colour) = Rgb::parse(name) else {
        return Err(Box::new(Problem::at(
            Code::UnknownValue,
            settings,
            span,
            text!(
                "”{name}” är ingen färg av formen #rrggbb.",
                "“{name}” is no colour of the form #rrggbb."
            ),
            text!(
                "Skriv ett nummertecken och sex siffror 0–9 a–f, till exempel colour = \"#00498f\".",
                "Write a number sign and six digits 0–9 a–f, such as colour = \"#00498f\"."
            ),
        )));
    };
    if !colour.usable() {
        let near = colour.nearest_usable();
        return Err(Box::new(Problem::at(
            Code::ColourContrast,
            settings,
            span,
            text!(
                "Färgen {name} är så ljus och blek att text i den inte går att läsa, och mörkare blir den en annan färg.",
                "The colour {name} is so light and pale that text in it cannot be read, and darker it becomes another colour."
            ),
            text!(
                "Den närmaste färgen som går att använda är {near}.",
                "The nearest colour that can be used is {near}."
            ),
        )));
    }
    let tones = |ground| (colour.readable(ground, TEXT), colour.readable(ground, LINK));
    let ((brand, link), (dark_brand, dark_link)) = (tones(LIGHT_GROUND), tones(DARK_GROUND));
    Ok(format!(
        ":root{{--brand:{brand};--link:{link}}}\n\
         @media screen and (prefers-color-scheme:dark){{:root{{--brand:{dark_brand};--link:{dark_link}}}}}\n"
    ))
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Rgb(u8, u8, u8);

impl Rgb {
    fn parse(text: &str) -> Option<Rgb> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
            return None;
        }
        let part = |at: usize| u8::from_str_radix(&digits[at..at + 2], 16).ok();
        Some(Rgb(part(0)?, part(2)?, part(4)?))
    }

    /// Relative luminance as WCAG defines it.
    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        };
        0.2126 * linear(self.0) + 0.7152 * linear(self.1) + 0.0722 * linear(self.2)
    }

    fn contrast(self, other: Rgb) -> f64 {
        let (a, b) = (self.luminance(), other.luminance());
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    fn ends(self) -> (u8, u8) {
        (self.0.min(self.1).min(self.2), self.0.max(self.1).max(self.2))
    }

    fn usable(self) -> bool {
        let (weakest, strongest) = self.ends();
        strongest - weakest >= COLOURFUL || self.contrast(LIGHT_GROUND) >= LINK
    }

    /// The colour with its hue made strong enough to survive darkening; of a grey, the lightest shade
    /// that is readable.
    fn nearest_usable(self) -> Rgb {
        let (weakest, strongest) = self.ends();
        let spread = u32::from(strongest - weakest);
        if spread < u32::from(COLOURFUL) / 4 {
            return self.readable(LIGHT_GROUND, LINK);
        }
        let stretch = |part: u8| {
            let below = u32::from(strongest - part) * u32::from(COLOURFUL);
            strongest.saturating_sub(u8::try_from(below.div_ceil(spread)).unwrap_or(u8::MAX))
        };
        Rgb(stretch(self.0), stretch(self.1), stretch(self.2))
    }

    /// The shade nearest to this colour, of the same hue and saturation (HSL), that has the given
    /// contrast with the background. Every hue has one, since its shades range from black to white.
    fn readable(self, ground: Rgb, least: f64) -> Rgb {
        if self.contrast(ground) >= least {
            return self;
        }
        let own = self.lightness();
        let steps: Vec<u16> =
            if ground == LIGHT_GROUND { (0..=own).rev().collect() } else { (own..=510).collect() };
        steps
            .into_iter()
            .map(|lightness| self.with_lightness(lightness))
            .find(|tone| tone.contrast(ground) >= least)
            .unwrap_or(self)
    }

    /// HSL lightness, from 0 to 510.
    fn lightness(self) -> u16 {
        let (weakest, strongest) = self.ends();
        u16::from(weakest) + u16::from(strongest)
    }

    /// The same hue and saturation, lighter or darker.
    fn with_lightness(self, lightness: u16) -> Rgb {
        let reach = |lightness: u16| f64::from(lightness.min(510 - lightness));
        let (own, wanted) = (reach(self.lightness()), reach(lightness));
        let scale = if own > 0.0 { wanted / own } else { 0.0 };
        let (middle, new_middle) = (f64::from(self.lightness()) / 2.0, f64::from(lightness) / 2.0);
        let part = |part: u8| {
            let value = new_middle + (f64::from(part) - middle) * scale;
            value.round().clamp(0.0, 255.0) as u8
        };
        Rgb(part(self.0), part(self.1), part(self.2))
    }
}

impl std::fmt::Display for Rgb {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::language::Language;

    fn css(colour: &str) -> Result<String, String> {
        let settings = Source::new("site.toml", format!("colour = \"{colour}\"\n"));
        let written = Spanned::new(colour.to_owned(), 9..11 + colour.len());
        stylesheet(&settings, &written).map_err(|problem| {
            let told = problem.diagnostic(Language::Swedish);
            format!(
                "{} {}:{}:{} {} {}",
                told.code.as_str(),
                told.path,
                told.line,
                told.column,
                told.message,
                told.help
            )
        })
    }

    #[test]
    fn a_dark_blue_is_kept_on_light_ground_and_made_lighter_on_dark() {
        assert_eq!(
            css("#00498f").as_deref(),
            Ok(":root{--brand:#00498f;--link:#00498f}\n\
                @media screen and (prefers-color-scheme:dark){:root{--brand:#49a6ff;--link:#007df4}}\n")
        );
    }

    #[test]
    fn a_strong_yellow_is_made_darker_on_light_ground_and_kept_on_dark() {
        assert_eq!(
            css("#ffd500").as_deref(),
            Ok(":root{--brand:#695800;--link:#8c7500}\n\
                @media screen and (prefers-color-scheme:dark){:root{--brand:#ffd500;--link:#ffd500}}\n")
        );
    }

    #[test]
    fn a_colour_too_pale_is_refused_with_the_nearest_that_can_be_used() {
        assert_eq!(
            css("#f5f5f5").unwrap_err(),
            "colour-contrast site.toml:1:10 Färgen #f5f5f5 är så ljus och blek att text i den inte \
             går att läsa, och mörkare blir den en annan färg. Den närmaste färgen som går att \
             använda är #767676."
        );
        let pink = css("#fff4f0").unwrap_err();
        assert!(pink.ends_with("Den närmaste färgen som går att använda är #ffede7."), "{pink}");
    }

    #[test]
    fn every_usable_colour_gives_tones_that_can_be_read() {
        for red in (0..=255).step_by(25) {
            for green in (0..=255).step_by(25) {
                for blue in (0..=255).step_by(25) {
                    let colour = Rgb(red, green, blue);
                    if !colour.usable() {
                        assert!(colour.nearest_usable().usable(), "{colour}");
                        continue;
                    }
                    for (ground, least) in [LIGHT_GROUND, DARK_GROUND]
                        .into_iter()
                        .flat_map(|ground| [(ground, TEXT), (ground, LINK)])
                    {
                        assert!(
                            colour.readable(ground, least).contrast(ground) >= least,
                            "{colour}"
                        );
                    }
                }
            }
        }
    }
}
