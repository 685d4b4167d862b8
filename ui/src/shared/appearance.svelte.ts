// Theme and density of this window. They are this computer's choice, not the shop's.

export const THEMES = ["system", "light", "dark", "contrast"] as const;
export type Theme = (typeof THEMES)[number];
export const DENSITIES = ["compact", "comfortable"] as const;
export type Density = (typeof DENSITIES)[number];

const chosen = $state<{ theme: Theme; density: Density }>({ theme: "system", density: "compact" });

export function theme(): Theme {
  return chosen.theme;
}

export function density(): Density {
  return chosen.density;
}

/** Pixels of one grid row: `--row-h-compact` and `--row-h-comfortable`. */
export function rowHeight(): number {
  return chosen.density === "compact" ? 32 : 40;
}

function remember(name: string, value: string): void {
  try {
    localStorage.setItem(name, value);
  } catch {
    // Without storage the choice lasts as long as the window.
  }
}

/** Takes over what was chosen on this computer before. */
export function recall(): void {
  try {
    const theme = localStorage.getItem("theme");
    const density = localStorage.getItem("density");
    if ((THEMES as readonly string[]).includes(theme ?? "")) chosen.theme = theme as Theme;
    if ((DENSITIES as readonly string[]).includes(density ?? "")) setDensity(density as Density);
  } catch {
    // Without storage the window starts as the system says.
  }
}

export function setTheme(theme: Theme): void {
  chosen.theme = theme;
  remember("theme", theme);
  paint();
}

export function setDensity(density: Density): void {
  chosen.density = density;
  remember("density", density);
  document.documentElement.dataset["density"] = density;
}

const dark = typeof matchMedia === "undefined" ? null : matchMedia("(prefers-color-scheme: dark)");
const contrast = typeof matchMedia === "undefined" ? null : matchMedia("(prefers-contrast: more)");

function resolved(): "light" | "dark" | "contrast" {
  if (chosen.theme !== "system") return chosen.theme;
  if (contrast?.matches) return "contrast";
  return dark?.matches ? "dark" : "light";
}

function paint(): void {
  const root = document.documentElement;
  // Colours that are caught in transition look broken, so nothing animates for two frames.
  root.classList.add("no-transitions");
  root.dataset["theme"] = resolved();
  requestAnimationFrame(() => requestAnimationFrame(() => root.classList.remove("no-transitions")));
}

/** Follows the system's choice while the theme is "system". */
export function followSystem(): void {
  paint();
  dark?.addEventListener("change", paint);
  contrast?.addEventListener("change", paint);
}
