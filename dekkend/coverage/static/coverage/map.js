// How does someone move and enlarge the map that the server drew? Without this file the drawing itself stands there, and the list beside it.
"use strict";

(function () {
  const INK = "dk-map__cover dk-map__cover--";

  for (const figure of document.querySelectorAll("[data-map]")) {
    fetch(figure.dataset.map, { headers: { Accept: "application/geo+json" } })
      .then((answer) => (answer.ok ? answer.json() : Promise.reject(answer.status)))
      .then((data) => show(figure, data))
      .catch(() => {}); // the drawing of the server stays
  }

  function show(figure, data) {
    const place = document.createElement("div");
    place.className = "dk-map__live";
    figure.prepend(place);
    figure.classList.add("dk-map--live");
    const map = L.map(place, {
      attributionControl: Boolean(figure.dataset.tiles),
      zoomControl: false,
      scrollWheelZoom: false, // the page scrolls on; the buttons and + and - enlarge
      zoomSnap: 0.1,
      fadeAnimation: !still(),
      zoomAnimation: !still(),
    });
    place.setAttribute("role", "region");
    place.setAttribute("aria-label", figure.dataset.label);
    L.control.zoom({ zoomInTitle: figure.dataset.closer, zoomOutTitle: figure.dataset.further }).addTo(map);
    if (figure.dataset.tiles) {
      L.tileLayer(figure.dataset.tiles, { attribution: figure.dataset.attribution, maxZoom: 19 }).addTo(map);
      map.attributionControl.setPrefix(false);
      figure.classList.add("dk-map--tiles");
    }
    const of = (kind) => ({ type: "FeatureCollection", features: data.features.filter((each) => each.properties.kind === kind) });
    const areas = L.geoJSON(of("area"), { style: (each) => plain(each.properties.ink ? INK + each.properties.ink : "dk-map__cover") }).addTo(map);
    const unsure = { type: "FeatureCollection", features: of("area").features.filter((each) => each.properties.maybe) };
    L.geoJSON(unsure, { interactive: false, style: () => ({ ...plain("dk-map__hatch"), stroke: false }) }).addTo(map);
    L.geoJSON(of("border"), { interactive: false, style: () => ({ ...plain("dk-map__border"), fill: false }) }).addTo(map);
    L.geoJSON(of("school"), { pointToLayer: school }).addTo(map);
    map.fitBounds(areas.getBounds(), { padding: [4, 4], animate: false });
    walkable(areas.getLayers().filter((layer) => layer.getElement()));
  }

  // Everything about how it looks stands in the style sheet.
  function plain(className) {
    return { className, weight: 1, opacity: 1, fillOpacity: 1 };
  }

  function school(feature, at) {
    if (feature.properties.number) return numbered(feature, at);
    const late = feature.properties.late;
    const mark = L.circleMarker(at, { radius: late ? 6 : 4, ...plain(late ? "dk-map__point dk-map__point--late" : "dk-map__point") });
    return mark.bindTooltip(said(feature));
  }

  // A school of a plan, by its number in the list beside the map.
  function numbered(feature, at) {
    const disc = document.createElement("span");
    disc.textContent = feature.properties.number;
    const icon = L.divIcon({ className: "dk-map__number", html: disc, iconSize: null });
    return L.marker(at, { icon, keyboard: false }).bindTooltip(said(feature));
  }

  function said(feature) {
    const words = document.createElement("span");
    words.textContent = feature.properties.says;
    return words;
  }

  // One stop for the tab key; from there the arrows go from place to place, and Enter opens the page of the place.
  function walkable(layers) {
    const shapes = layers.map((layer) => layer.getElement());
    layers.forEach((layer, at) => {
      const { says, link } = layer.feature.properties;
      const shape = shapes[at];
      layer.bindTooltip(said(layer.feature), { sticky: true });
      shape.setAttribute("tabindex", at ? "-1" : "0");
      shape.setAttribute("role", link ? "link" : "img");
      shape.setAttribute("aria-label", says);
      if (link) layer.on("click", () => location.assign(link));
      shape.addEventListener("keydown", (event) => {
        const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
        if (step) {
          event.preventDefault();
          event.stopPropagation();
          const next = (at + step + shapes.length) % shapes.length;
          shape.setAttribute("tabindex", "-1");
          shapes[next].setAttribute("tabindex", "0");
          shapes[next].focus();
        } else if (event.key === "Enter" && link) {
          location.assign(link);
        }
      });
    });
  }

  function still() {
    return matchMedia("(prefers-reduced-motion: reduce)").matches;
  }
})();
