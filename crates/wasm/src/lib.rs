//! The npm package `window-planner`.
