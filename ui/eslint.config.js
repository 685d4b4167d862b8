// Three tiers: shared/ knows no domain, one folder per domain, views/ compose. Tauri is known in one
// folder. Words for people come from the catalogue, never from markup.
import svelte from "eslint-plugin-svelte";
import globals from "globals";
import ts from "typescript-eslint";
import { words } from "./lint/words.js";

const DOMAINS = ["today", "orders", "ship", "imports", "stock", "settings"];
const forbid = (patterns) => ({ "no-restricted-imports": ["error", { patterns }] });
const tauri = { group: ["@tauri-apps/*"], message: "Only src/bridge/ knows the desktop window." };
const upward = (names) => names.flatMap((name) => [`$/${name}/*`, `$/${name}`, `**/${name}/*`]);

export default ts.config(
  { ignores: ["dist", "node_modules", "src/words/keys.ts", "src/bridge/generated.ts", "src/bridge/generated/**"] },
  ...ts.configs.recommended,
  ...svelte.configs.recommended,
  {
    languageOptions: { globals: { ...globals.browser } },
    plugins: { words },
    rules: {
      "words/from-catalogue": "error",
      eqeqeq: ["error", "always", { null: "ignore" }],
      "no-console": "error",
      "prefer-const": "off",
      "svelte/prefer-const": ["error", { destructuring: "all" }],
      "svelte/no-at-html-tags": "error",
      // A block drops the space it begins with; {" "} keeps it.
      "svelte/no-useless-mustaches": "off",
      "words/no-style-attribute": "error",
      "svelte/no-navigation-without-resolve": "off",
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_" }],
    },
  },
  {
    files: ["**/*.svelte", "**/*.svelte.ts"],
    languageOptions: { parserOptions: { parser: ts.parser, extraFileExtensions: [".svelte"] } },
  },
  { files: ["src/**/*.{ts,svelte}"], rules: forbid([tauri]) },
  { files: ["src/bridge/**"], rules: forbid([{ group: upward(["shared", "views", ...DOMAINS]), message: "The bridge knows no screen." }]) },
  {
    files: ["src/shared/**", "src/keys/**", "src/words/**"],
    rules: forbid([tauri, { group: upward(["bridge", "views", ...DOMAINS]), message: "shared/ knows no domain." }]),
  },
  ...DOMAINS.map((name) => ({
    files: [`src/${name}/**`],
    rules: forbid([tauri, { group: upward(["views", ...DOMAINS.filter((other) => other !== name)]), message: "Domains do not know each other; views/ compose." }]),
  })),
  { files: ["tests/**", "lint/**", "*.js", "*.ts"], languageOptions: { globals: { ...globals.node } }, rules: { "no-console": "off" } },
);
