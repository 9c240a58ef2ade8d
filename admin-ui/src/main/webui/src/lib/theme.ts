import { createTheme, type CSSVariablesResolver, type MantineColorsTuple } from "@mantine/core";

const sea: MantineColorsTuple = [
  "#e6f6f5",
  "#d0e9e7",
  "#a3d3cf",
  "#72bcb6",
  "#4aa8a1",
  "#2f9a92",
  "#1b8079",
  "#0d6e6e",
  "#075f5c",
  "#004f4c",
];

const dark: MantineColorsTuple = [
  "#d5dade",
  "#b4bcc3",
  "#95a0a9",
  "#68747d",
  "#434d55",
  "#333b42",
  "#272e34",
  "#1a1f24",
  "#14181c",
  "#0e1114",
];

const red: MantineColorsTuple = [
  "#fdecec",
  "#f8d4d5",
  "#f0a9ab",
  "#e87b7e",
  "#df5559",
  "#d63d42",
  "#c92a35",
  "#b3202b",
  "#991922",
  "#7f121b",
];

export const theme = createTheme({
  primaryColor: "sea",
  primaryShade: { light: 7, dark: 6 },
  colors: { sea, dark, red },
  defaultRadius: "sm",
  cursorType: "pointer",
  fontFamily:
    "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', 'Noto Sans', Arial, sans-serif",
  fontFamilyMonospace: "ui-monospace, 'SF Mono', Menlo, Consolas, 'DejaVu Sans Mono', monospace",
  fontSizes: { xs: "0.75rem", sm: "0.8125rem", md: "0.875rem", lg: "1rem", xl: "1.25rem" },
  headings: {
    fontWeight: "600",
    sizes: { h1: { fontSize: "1.25rem" }, h2: { fontSize: "0.9375rem" } },
  },
  components: {
    Button: { defaultProps: { size: "xs" } },
    TextInput: { defaultProps: { size: "sm" } },
    Select: { defaultProps: { size: "sm", checkIconPosition: "right" } },
    ActionIcon: { defaultProps: { variant: "subtle", color: "gray" } },
    // Beside each other also where not all have room: they are scrolled then.
    Tabs: { styles: { list: { flexWrap: "nowrap", overflowX: "auto", overflowY: "hidden" } } },
    // The place that would hold the focus at first is no item, which a menu may not hold.
    Menu: { defaultProps: { withInitialFocusPlaceholder: false } },
    Modal: { styles: { title: { fontWeight: 600 } } },
    Badge: { defaultProps: { variant: "light", radius: "sm" } },
  },
});

/** Mantine's quiet texts and the edges of its fields are too faint for WCAG AA, its grounds too stark for a long look. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    "--mantine-color-body": "#ffffff",
    "--mantine-color-default-border": "#d3dade",
    "--mantine-color-gray-4": "#868f98",
    "--mantine-color-dimmed": "#56606a",
    "--mantine-color-error": "#c01c28",
    "--mantine-color-placeholder": "#66707a",
    "--ground": "#f5f7f8",
    "--line": "#dde3e7",
    "--good": "#1a7f37",
    "--warn": "#9a6700",
    "--bad": "#c01c28",
    "--quiet": "#66707a",
    "--bar": "#cfe5e3",
    "--code-bg": "#e9edf0",
  },
  dark: {
    "--mantine-color-body": "#171c20",
    "--mantine-color-default-border": "#323b42",
    "--mantine-color-dark-4": "#6b7780",
    "--mantine-color-dimmed": "#9aa6b0",
    "--mantine-color-error": "#ff7b72",
    "--mantine-color-placeholder": "#8b97a1",
    "--mantine-color-anchor": "#5cc4bc",
    "--ground": "#0f1316",
    "--line": "#2a3238",
    "--good": "#4ac26b",
    "--warn": "#e3b341",
    "--bad": "#ff7b72",
    "--quiet": "#9aa6b0",
    "--bar": "#1d4a48",
    "--code-bg": "#272e34",
    "--menu-item-hover": "#333b42",
  },
});
