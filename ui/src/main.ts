import { mount } from "svelte";
import { connect, type Host } from "./bridge";
import { followSystem, recall } from "./shared/appearance.svelte";
import "./style/tokens.css";
import "./style/base.css";
import App from "./views/App.svelte";
import NoHost from "./views/NoHost.svelte";

async function start() {
  recall();
  followSystem();
  let given: Host | undefined;
  // A build of its own (`vite build --mode gallery`) shows every screen with made-up data.
  if (import.meta.env.MODE === "gallery") given = (await import("./gallery/host")).gallery();
  const target = document.getElementById("app");
  if (!target) return;
  mount(connect(given) ? App : NoHost, { target });
}

void start();
