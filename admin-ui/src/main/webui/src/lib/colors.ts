/** Eight hues that colour-blind people can tell apart, at 3:1 on the ground of each theme. */
export const PALETTE = {
  light: ["#1f6fb2", "#c8500a", "#0b7f6a", "#a8457f", "#7a6200", "#5a4fcf", "#2b3f55", "#b3261e"],
  dark: ["#5aa9e6", "#f2994a", "#3ecfae", "#e48bc5", "#d9bf4a", "#9d94f5", "#a9bccf", "#f28b82"],
} as const;

export type Scheme = keyof typeof PALETTE;
