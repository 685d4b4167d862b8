// No sentence for a person stands in markup: text and spoken attributes come from the catalogue.
const SPOKEN = new Set(["title", "alt", "placeholder", "aria-label", "aria-description", "aria-valuetext", "label", "text", "hint"]);
// Names, codes and addresses are the same in every language.
const NAMES = new Set(["Backroom"]);
const isWords = (text) => /\p{Ll}{2,}/u.test(text) && !NAMES.has(text.trim()) && !/^\w+:\/\//.test(text.trim());

export const words = {
  rules: {
    // A written style attribute is refused by the window's policy; style: directives are set by script.
    "no-style-attribute": {
      meta: { type: "problem", schema: [], messages: { style: "The window's policy refuses style attributes; use a class or a style: directive." } },
      create: (context) => ({ SvelteAttribute: (node) => node.key.name === "style" && context.report({ node, messageId: "style" }) }),
    },
    "from-catalogue": {
      meta: { type: "problem", schema: [], messages: { literal: "“{{text}}” is a literal; say it from the catalogue." } },
      create(context) {
        const report = (node, text) => isWords(text) && context.report({ node, messageId: "literal", data: { text: text.trim().slice(0, 40) } });
        return {
          SvelteText(node) {
            if (node.parent.type !== "SvelteScriptElement" && node.parent.type !== "SvelteStyleElement") report(node, node.value);
          },
          SvelteAttribute(node) {
            if (!SPOKEN.has(node.key.name)) return;
            for (const part of node.value) if (part.type === "SvelteLiteral") report(part, part.value);
          },
        };
      },
    },
  },
};
