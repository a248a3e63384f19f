//! Starts the app in the page.

fn main() {
    #[cfg(target_arch = "wasm32")]
    window_planner_web::app::start();
}
