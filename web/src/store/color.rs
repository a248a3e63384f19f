//! Eight colours that tell windows apart; each stays with its window.

use window_planner_core::plan::Plan;

/// How many colours the style sheets have: `--window-1` to `--window-8`.
pub const COLORS: u8 = 8;

/// Gives each window without a colour the one that the fewest windows have so far.
pub fn give_colors(plan: &mut Plan) {
    let mut uses = [0_usize; COLORS as usize];
    for color in plan.windows.iter().filter_map(|window| window.color) {
        uses[usize::from(color % COLORS)] += 1;
    }
    for window in plan.windows.iter_mut().filter(|window| window.color.is_none()) {
        let (color, count) = (0..COLORS).zip(&mut uses).min_by_key(|(_, count)| **count).unzip();
        if let Some(count) = count {
            *count += 1;
        }
        window.color = color;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use window_planner_core::{Timestamp, window::CreateMaintenanceWindowRequest};

    #[test]
    fn colors_stay_and_new_windows_take_the_least_used() {
        let mut plan = Plan::default();
        for _ in 0..9 {
            plan.add(CreateMaintenanceWindowRequest::default(), Timestamp::EPOCH);
            give_colors(&mut plan);
        }
        let colors = |plan: &Plan| plan.windows.iter().filter_map(|window| window.color).collect::<Vec<_>>();
        assert_eq!(colors(&plan), [0, 1, 2, 3, 4, 5, 6, 7, 0]);
        plan.windows.remove(3);
        plan.add(CreateMaintenanceWindowRequest::default(), Timestamp::EPOCH);
        give_colors(&mut plan);
        assert_eq!(colors(&plan), [0, 1, 2, 4, 5, 6, 7, 0, 3]);
    }
}
