/** The drawings of the interface on a 16-pixel grid. A line icon is stroked, a solid one filled. */
export interface Shape {
  /** An SVG path. */
  d?: string;
  /** A circle: centre x, centre y, radius. */
  circle?: readonly [number, number, number];
  /** Stroke width where it is not 1.5. */
  width?: number;
  /** Stroke dashes. */
  dash?: string;
  /** Filled inside a line icon. */
  solid?: boolean;
}

const LINE = {
  "today": [{ d: "M2.75 3.5h10.5v10H2.75zM2.75 6.75h10.5M5.5 2v2.5M10.5 2v2.5" }, { d: "M6.25 10.25l1.35 1.25 2.3-2.5" }],
  "orders": [{ d: "M3.5 2.25h9v11.5l-2.25-1.4L8 13.75l-2.25-1.4-2.25 1.4z" }, { d: "M6 5.5h4M6 8.25h4" }],
  "pack": [{ d: "M2.5 5 8 2.25 13.5 5v6L8 13.75 2.5 11z" }, { d: "M2.5 5 8 7.75 13.5 5M8 7.75v6" }],
  "ship": [{ d: "M3.6 11.25H1.75V4h7.5v7.25H6.4M9.25 6.5h2.6l2.4 2.5v2.25h-.9M10.6 11.25H9.25" }, { circle: [5,11.5,1.4] }, { circle: [12,11.5,1.4] }],
  "stock": [{ d: "M2.75 2v12M13.25 2v12M2.75 7.25h10.5M2.75 12.5h10.5M5 7.25v-3h3v3M8.5 12.5v-3H11v3" }],
  "import": [{ d: "M8 2.25v7M5 6.5 8 9.5l3-3M2.75 11v2.75h10.5V11" }],
  "print": [{ d: "M4.25 5.5V2.25h7.5V5.5M4.25 11.25h-2V5.5h11.5v5.75h-2" }, { d: "M4.25 9h7.5v4.75h-7.5z" }],
  "outbox": [{ d: "M13.75 2.25 7 9M13.75 2.25 9.5 13.75 7 9 2.25 6.5z" }],
  "settings": [{ d: "M2.5 4.5h6M11.5 4.5h2M2.5 11.5h2M7.5 11.5h6" }, { circle: [10,4.5,1.5] }, { circle: [6,11.5,1.5] }],
  "search": [{ circle: [7,7,4.25] }, { d: "m10.25 10.25 3.25 3.25" }],
  "plus": [{ d: "M8 3v10M3 8h10" }],
  "minus": [{ d: "M3 8h10" }],
  "check": [{ d: "m3 8.5 3.25 3.25L13 5" }],
  "x": [{ d: "m4 4 8 8M12 4l-8 8" }],
  "right": [{ d: "m6 3.5 4.5 4.5L6 12.5" }],
  "left": [{ d: "M10 3.5 5.5 8l4.5 4.5" }],
  "down": [{ d: "m4 6.25 4 4 4-4" }],
  "up": [{ d: "m4 9.75 4-4 4 4" }],
  "arrow": [{ d: "M2.75 8h10M9 4.25 12.75 8 9 11.75" }],
  "dots": [{ d: "M3.5 8h.01M8 8h.01M12.5 8h.01", width: 2.25 }],
  "filter": [{ d: "M2.5 4h11M4.75 8h6.5M6.75 12h2.5" }],
  "sort": [{ d: "M5 3v10M5 13l-2.25-2.25M5 13l2.25-2.25M11 13V3M11 3 8.75 5.25M11 3l2.25 2.25" }],
  "cols": [{ d: "M2.5 3h11v10h-11zM6.25 3v10M9.9 3v10" }],
  "tag": [{ d: "M8.25 2.5H13.5v5.25L7.75 13.5 2.5 8.25z" }, { d: "M10.75 5.25h.01", width: 2 }],
  "user": [{ circle: [8,5.25,2.5] }, { d: "M3 13.5c.5-2.75 2.5-4 5-4s4.5 1.25 5 4" }],
  "assign": [{ circle: [6.5,5.25,2.5] }, { d: "M2 13.5c.4-2.75 2.2-4 4.5-4 1 0 1.9.25 2.7.75M12 9v4.5M9.75 11.25h4.5" }],
  "pause": [{ circle: [8,8,5.75] }, { d: "M6.5 6v4M9.5 6v4" }],
  "clock": [{ circle: [8,8,5.75] }, { d: "M8 4.75V8l2.25 1.5" }],
  "alert": [{ d: "M8 2.25 14.25 13.5H1.75z" }, { d: "M8 6.5v3.25M8 11.6h.01" }],
  "info": [{ circle: [8,8,5.75] }, { d: "M8 7.5v3.25M8 5.2h.01" }],
  "stop": [{ d: "M5.5 2.25h5l3.25 3.25v5l-3.25 3.25h-5L2.25 10.5v-5z" }, { d: "M8 5v3.75M8 11h.01" }],
  "lock": [{ d: "M3.75 7.25h8.5v6.25h-8.5z" }, { d: "M5.5 7.25V5a2.5 2.5 0 0 1 5 0v2.25" }],
  "link": [{ d: "M6.75 9.25l2.5-2.5M7.5 4.75 9 3.25a2.65 2.65 0 0 1 3.75 3.75L11.25 8.5M8.5 11.25 7 12.75A2.65 2.65 0 0 1 3.25 9l1.5-1.5" }],
  "copy": [{ d: "M5.5 5.5h8v8h-8z" }, { d: "M10.5 5.5v-3h-8v8h3" }],
  "edit": [{ d: "M10.75 2.75l2.5 2.5-7.75 7.75H3v-2.5z" }],
  "note": [{ d: "M3 2.75h10v7.5l-3 3H3z" }, { d: "M5.5 6h5M5.5 8.75h3" }],
  "barcode": [{ d: "M2.5 3.5v9M5 3.5v9M7.25 3.5v9M10.25 3.5v9M13.5 3.5v9" }, { d: "M8.7 3.5v9", width: 0.9 }],
  "undo": [{ d: "M5.5 3 2.75 5.75 5.5 8.5" }, { d: "M2.75 5.75h6.5a3.5 3.5 0 0 1 0 7H6" }],
  "refresh": [{ d: "M13.25 8A5.25 5.25 0 1 1 11.5 4.1M13.25 2.25v2.75h-2.75" }],
  "mail": [{ d: "M2.25 3.75h11.5v8.5H2.25z" }, { d: "m2.5 4.25 5.5 4.5 5.5-4.5" }],
  "pin": [{ d: "M8 14s4.5-4 4.5-7.4a4.5 4.5 0 0 0-9 0C3.5 10 8 14 8 14z" }, { circle: [8,6.5,1.5] }],
  "card": [{ d: "M2 4h12v8.5H2zM2 6.75h12M4.5 10h2.5" }],
  "shield": [{ d: "M8 2 13 4v4c0 3-2.25 5-5 6-2.75-1-5-3-5-6V4z" }],
  "globe": [{ circle: [8,8,5.75] }, { d: "M2.25 8h11.5M8 2.25c3 3.5 3 8 0 11.5M8 2.25c-3 3.5-3 8 0 11.5" }],
  "gift": [{ d: "M2.75 5.75h10.5v2.5H2.75zM3.75 8.25h8.5v5.25h-8.5zM8 5.75v7.75M8 5.75C6 5.75 4.75 5 4.75 3.75S7 2.5 8 5.75c1-3.25 3.25-3.25 3.25-2S10 5.75 8 5.75z" }],
  "moon": [{ d: "M13 9.5A5.5 5.5 0 0 1 6.5 3a5.5 5.5 0 1 0 6.5 6.5z" }],
  "eye": [{ d: "M1.75 8S4 3.75 8 3.75 14.25 8 14.25 8 12 12.25 8 12.25 1.75 8 1.75 8z" }, { circle: [8,8,1.75] }],
  "file": [{ d: "M3.75 2.25h5.5l3 3v8.5h-8.5z" }, { d: "M9.25 2.25v3h3" }],
  "wifioff": [{ d: "M2 2l12 12M4 8.75a5.7 5.7 0 0 1 3-1.55M1.75 6.25A9 9 0 0 1 4.6 4.35M7.25 3.75a9 9 0 0 1 7 2.5M10.5 7.7c.6.3 1.1.65 1.5 1.05M6.25 11.1a2.5 2.5 0 0 1 3.5 0M8 13h.01" }],
  "grip": [{ d: "M6 4h.01M10 4h.01M6 8h.01M10 8h.01M6 12h.01M10 12h.01", width: 1.9 }],
  "keyb": [{ d: "M1.75 4.25h12.5v7.5H1.75zM4.25 6.75h.01M6.75 6.75h.01M9.25 6.75h.01M11.75 6.75h.01M5 9.25h6" }],
  "history": [{ d: "M2.75 8A5.25 5.25 0 1 0 4.5 4.1M2.75 2.25v2.75H5.5M8 5v3l2 1.25" }],
  "play": [{ d: "M5 3.25v9.5L12.5 8z" }],
  "truckout": [{ d: "M2 8h8M7 5l3 3-3 3M13.5 3v10" }],
  "cross-circle": [{ circle: [8,8,5.75] }, { d: "m6 6 4 4M10 6l-4 4" }],
  "peek": [{ d: "M2.25 3h11.5v10H2.25zM9.25 3v10" }],
  "full": [{ d: "M9.5 2.75h3.75V6.5M6.5 13.25H2.75V9.5M13.25 2.75 9 7M2.75 13.25 7 9" }],
  "split": [{ d: "M8 13.5V9L3.5 4M8 9l4.5-5M3.5 7V4h3M9.5 4h3v3" }],
  "circle": [{ circle: [8,8,5.25] }],
  "circle-dashed": [{ circle: [8,8,5.25], dash: "2.2 1.925" }],
  "circle-half": [{ circle: [8,8,5.25] }, { d: "M8 4.9a3.1 3.1 0 0 1 0 6.2z", solid: true }],
  "circle-quarter": [{ circle: [8,8,5.25] }, { d: "M8 8V4.9A3.1 3.1 0 0 1 11.1 8z", solid: true }],
  "circle-most": [{ circle: [8,8,5.25] }, { d: "M8 8H4.9A3.1 3.1 0 1 0 8 4.9z", solid: true }],
} satisfies Record<string, readonly Shape[]>;

const SOLID = {
  "done-solid": [{ d: "M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5zm3.03 4.28-1.06-1.06L7 8.44 6.03 7.47 4.97 8.53 7 10.56z" }],
  "hold-solid": [{ d: "M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5zM5.75 5.5v5h1.5v-5zm3 0v5h1.5v-5z" }],
  "alert-solid": [{ d: "M8 1.75 14.5 13.5h-13zM7.25 6v3.5h1.5V6zm0 4.5v1.5h1.5v-1.5z" }],
  "stop-solid": [{ d: "M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5zM7.25 4.5v4.5h1.5V4.5zm0 5.5v1.5h1.5V10z" }],
  "x-solid": [{ d: "M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5zM6.03 4.97 4.97 6.03 6.94 8 4.97 9.97l1.06 1.06L8 9.06l1.97 1.97 1.06-1.06L9.06 8l1.97-1.97-1.06-1.06L8 6.94z" }],
  "clock-solid": [{ d: "M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5zM7.25 4.75v3.7l2.4 1.6.83-1.25-1.73-1.15v-2.9z" }],
  "ret-solid": [{ d: "M8 2.25a5.75 5.75 0 1 1 0 11.5 5.75 5.75 0 0 1 0-11.5zM7 4.75 4.5 7.25 7 9.75V8h2.25c.7 0 1 .3 1 1v1.5h1.5V9c0-1.5-.9-2.5-2.5-2.5H7z" }],
  "star-solid": [{ d: "m8 2 1.8 3.9 4.2.5-3.1 2.9.8 4.2L8 11.4l-3.7 2.1.8-4.2L2 6.4l4.2-.5z" }],
  "drag-solid": [{ circle: [8,8,3] }],
} satisfies Record<string, readonly Shape[]>;

export type IconName = keyof typeof LINE | keyof typeof SOLID;

/** The shapes of an icon, and whether they are filled. */
export function icon(name: IconName): { shapes: readonly Shape[]; filled: boolean } {
  return name in SOLID
    ? { shapes: SOLID[name as keyof typeof SOLID], filled: true }
    : { shapes: LINE[name as keyof typeof LINE], filled: false };
}
