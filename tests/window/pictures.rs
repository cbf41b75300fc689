//! The pictures: the time line gone along by key and by wheel, a round opened from it, the trend and what was said again;
//! drawings saved as SVG and PNG through the system's own chooser, and the files read back.

use std::{fs, path::Path};

use rapporteur_tests::{Start, Window};
use serde_json::json;

fn pictures(start: Start) -> Window {
    let window = Window::start(start);
    window.heading("Today");
    window.find("link", "Pictures").click();
    window.heading("Time line");
    window.find("group", "Time line");
    window.settle();
    window
}

/// The stretch that is shown, as the page says it.
fn stretch(window: &Window) -> String {
    window.settle();
    window.script("return document.querySelector('h1').closest('.head').innerText", vec![]).to_string()
}

/// Chooses where a picture is saved, in the system's own chooser, and waits until it is there.
fn save(window: &Window, key: &str, title: &str, path: &Path) {
    window.press(key);
    window.desktop_window(title);
    window.desktop_keys(&["ctrl+a"]);
    window.desktop_type(&path.display().to_string());
    window.desktop_keys(&["Return"]);
    window.note(&format!("The picture was written to {}", path.display()));
}

#[test]
fn the_time_line_is_gone_along_by_key_and_a_round_opened() {
    let window = pictures(Start::sample());
    let first = stretch(&window);
    window.press("+");
    let near = stretch(&window);
    assert_ne!(near, first, "plus zooms");
    window.press("-");
    assert_eq!(stretch(&window), first, "minus zooms back");
    window.press("ArrowLeft");
    assert_ne!(stretch(&window), first, "an arrow moves");
    window.press("Home");
    let home = stretch(&window);
    window.press("a");
    assert_ne!(stretch(&window), home, "all there is");
    // Tab leads to one mark, the arrows from there to the next; what it is, is told.
    window.script("document.querySelector('svg [data-key][tabindex=\"0\"]').focus()", vec![]);
    let here = window.focused();
    window.press("ArrowRight");
    window.settle();
    let next = window.focused();
    assert_ne!(here, next);
    let told = window.script("return document.querySelector('.tip')?.innerText ?? ''", vec![]);
    assert!(!told.as_str().unwrap().is_empty(), "what has the focus is told as if it were hovered");
    // Opened by Enter.
    window.script(
        "[...document.querySelectorAll('svg [data-key]')].find(a => a.getAttribute('href').includes('#/meeting/')).focus()",
        vec![],
    );
    window.press("Enter");
    window.settle();
    assert!(window.address().contains("#/meeting/"), "{}", window.address());
    // Back, the stretch is what it was.
    window.press("Alt+ArrowLeft");
    window.heading("Time line");
}

#[test]
fn the_wheel_zooms_at_the_pointer_and_dragging_moves() {
    let window = pictures(Start::sample());
    let first = stretch(&window);
    let turn = "const svg = document.querySelector('svg[role=\"group\"]');
        const box = svg.getBoundingClientRect();
        const at = { bubbles: true, cancelable: true, clientX: box.left + box.width / 2, clientY: box.top + 60, deltaY: arguments[0] };
        return svg.dispatchEvent(new WheelEvent('wheel', at));";
    assert_eq!(window.script(turn, vec![json!(-300)]), json!(false), "the page does not scroll meanwhile");
    let near = stretch(&window);
    assert_ne!(near, first);
    let drag = "const svg = document.querySelector('svg[role=\"group\"]');
        const box = svg.getBoundingClientRect();
        const send = (kind, x) => svg.dispatchEvent(new PointerEvent(kind, { bubbles: true, button: 0, pointerId: 1, clientX: box.left + x, clientY: box.top + 60 }));
        svg.setPointerCapture = () => undefined;
        send('pointerdown', 600); send('pointermove', 500); send('pointermove', 400); send('pointerup', 400);";
    window.script(drag, vec![]);
    assert_ne!(stretch(&window), near, "dragging moves");
    // A track leaves the lanes of its dialogues; the table says the same as the drawing.
    window.choose("Track", "Cyber");
    window.settle();
    let lanes = window.script("return document.querySelectorAll('svg a[href*=\"#/dialogue/\"]').length", vec![]);
    assert!(lanes.as_u64().unwrap() >= 1);
    window.script("document.querySelector('summary').click()", vec![]);
    window.settle();
    let marks = window.script("return document.querySelectorAll('svg [data-key]').length", vec![]);
    let rows = window.script("return document.querySelectorAll('details tbody tr').length", vec![]);
    assert_eq!(marks, rows);
    window.is_accessible("the time line with its table");
}

#[test]
fn trend_and_reiteration_are_one_key_away() {
    let window = pictures(Start::sample());
    window.press("2");
    window.heading("Trend");
    window.sees("as it was known then");
    window.sees("20 Aug 2015");
    window.press("ArrowLeft");
    window.settle();
    let told = window
        .script("return document.querySelector('[aria-live=\"polite\"].visually-hidden')?.innerText ?? ''", vec![]);
    assert!(told.as_str().unwrap().contains("open"), "{told}");
    window.is_accessible("the trend");
    window.press("3");
    window.heading("Reiteration");
    window.settle();
    window.is_accessible("what was said again");
    window.fits("what was said again");
}

#[test]
fn a_picture_on_paper_is_a_sheet_with_its_marking_and_large_words() {
    let window = pictures(Start::sample().dark());
    let before = stretch(&window);
    // The printer's own dialog is the desktop's; what it would be given is looked at.
    let listen = "window.print = () => {
        const sheet = document.querySelector('.printable');
        const svg = sheet?.querySelector('.setting svg');
        window.paper = [sheet?.textContent ?? '', Number(svg?.getAttribute('viewBox')?.split(' ')[2]),
            svg?.querySelector('rect')?.getAttribute('fill') ?? ''];
        dispatchEvent(new Event('afterprint'));
    };";
    window.script(listen, vec![]);
    window.press("Mod+p");
    let paper = window.until(|| {
        let paper = window.script("return window.paper ?? null", vec![]);
        paper.is_array().then_some(paper)
    });
    let paper = paper.expect("the picture is given to the printer");
    let words = paper[0].as_str().unwrap();
    for there in ["Time line", "UNCLASSIFIED · SAMPLE", "not an accreditation", "Cyber Dialogue"] {
        assert!(words.to_lowercase().contains(&there.to_lowercase()), "the sheet lacks {there}: {words}");
    }
    let wide = paper[1].as_f64().unwrap();
    assert!((600.0..900.0).contains(&wide), "{wide} pixels on a sheet are too small to read");
    assert_eq!(paper[2], json!("#ffffff"));
    assert_eq!(stretch(&window), before);
    assert_eq!(window.script("return document.querySelectorAll('.printable').length", vec![]), json!(0));
}

#[test]
fn a_picture_is_saved_as_svg_and_png_in_the_light_tone_also_in_the_dark() {
    let window = pictures(Start::sample().dark());
    assert!(window.is_dark());
    let svg = window.home().path("lines.svg");
    save(&window, "Shift+s", "Save the picture as SVG", &svg);
    let text = fs::read_to_string(&svg).unwrap();
    for gone in ["var(", "class=", "style=", "tabindex", "data-", "<a ", "onclick"] {
        assert!(!text.contains(gone), "the drawing still holds {gone}");
    }
    for there in ["<title", "<desc", "#ffffff", "IBM Plex Sans", "sans-serif", "As of", "Cyber"] {
        assert!(text.to_lowercase().contains(&there.to_lowercase()), "the drawing lacks {there}");
    }
    // The ink of the light scheme, not that of the dark one in which it was drawn.
    assert!(text.contains("rgb(29, 33, 38)") || text.contains("#1d2126"), "{}", &text[..600]);
    assert!(!text.contains("rgb(230, 227, 220)"));
    let png = window.home().path("lines.png");
    save(&window, "Shift+g", "Save the picture as PNG", &png);
    let bytes = fs::read(&png).unwrap();
    assert_eq!(&bytes[1..4], b"PNG");
    let side = |from: usize| u32::from_be_bytes(bytes[from..from + 4].try_into().unwrap());
    let said = |name: &str| -> f32 {
        let from = text.find(&format!(" {name}=\"")).unwrap() + name.len() + 3;
        text[from..].split('"').next().unwrap().parse().unwrap()
    };
    assert_eq!((side(16), side(20)), ((said("width") * 2.0) as u32, (said("height") * 2.0) as u32));
    assert!(bytes.len() > 20_000, "{} bytes are an empty picture", bytes.len());
}
