(function () {
  "use strict";
  var frame = document.querySelector(".top");
  var words = frame ? frame.dataset : {};

  function textOf(row) {
    return row.textContent.toLowerCase();
  }

  /* Sorting: the header of each sortable column becomes a button. */
  document.querySelectorAll("table[data-sort]").forEach(function (table) {
    var body = table.tBodies[0];
    var original = Array.from(body.rows);
    var headers = Array.from(table.tHead.rows[0].cells);

    function compare(column, order, direction) {
      return function (a, b) {
        var totals = a.classList.contains("row-total") - b.classList.contains("row-total");
        if (totals !== 0) {
          return totals;
        }
        var x = a.cells[column].dataset.value || "";
        var y = b.cells[column].dataset.value || "";
        if (x === "" || y === "") {
          return (x === "") - (y === "");
        }
        var difference = order === "number" ? Number(x) - Number(y) : x.localeCompare(y, document.documentElement.lang);
        return difference * direction || original.indexOf(a) - original.indexOf(b);
      };
    }

    headers.forEach(function (header, column) {
      var order = header.dataset.order;
      if (!order || order === "none" || original.length < 2) {
        return;
      }
      var button = document.createElement("button");
      var label = header.querySelector(".th-label");
      button.type = "button";
      button.title = words.textSort.replace("{column}", label.textContent);
      button.textContent = label.textContent;
      label.textContent = "";
      label.appendChild(button);
      button.addEventListener("click", function () {
        var first = order === "number" ? "descending" : "ascending";
        var now = header.getAttribute("aria-sort");
        var next = !now ? first : now === "ascending" ? "descending" : "ascending";
        headers.forEach(function (other) {
          other.removeAttribute("aria-sort");
        });
        header.setAttribute("aria-sort", next);
        original.slice().sort(compare(column, order, next === "ascending" ? 1 : -1)).forEach(function (row) {
          body.appendChild(row);
        });
      });
    });
  });

  /* On a phone the pages of the edition stand on one line that moves sideways: the one shown is in sight. */
  document.querySelectorAll(".top nav [aria-current]").forEach(function (here) {
    var line = here.closest("ul");
    line.scrollLeft = here.getBoundingClientRect().left - line.getBoundingClientRect().left - line.clientWidth / 2;
  });

  /* Filtering: every word typed must stand in the row. */
  document.querySelectorAll("[data-filter]").forEach(function (list, index) {
    var rows = Array.from(list.tBodies ? list.tBodies[0].rows : list.children);
    if (rows.length < 6) {
      return;
    }
    var box = document.createElement("div");
    var label = document.createElement("label");
    var input = document.createElement("input");
    var count = document.createElement("span");
    box.className = "filter";
    input.type = "search";
    input.id = "filter-" + index;
    label.htmlFor = input.id;
    label.textContent = words.textFilter;
    count.setAttribute("role", "status");
    box.append(label, input, count);
    var home = list.closest(".scroll") || list;
    home.parentNode.insertBefore(box, home);
    input.addEventListener("input", function () {
      var wanted = input.value.toLowerCase().split(/\s+/).filter(Boolean);
      var shown = 0;
      rows.forEach(function (row) {
        var text = textOf(row);
        var fits = wanted.every(function (word) {
          return text.includes(word);
        });
        row.hidden = !fits;
        shown += fits ? 1 : 0;
      });
      count.textContent = wanted.length === 0 ? "" : words.textCount.replace("{shown}", shown).replace("{all}", rows.length);
    });
  });

  /* On paper what is folded away stands open. */
  window.addEventListener("beforeprint", function () {
    document.querySelectorAll("details.fold:not([open])").forEach(function (fold) {
      fold.open = true;
      fold.dataset.opened = "yes";
    });
  });
  window.addEventListener("afterprint", function () {
    document.querySelectorAll("details.fold[data-opened]").forEach(function (fold) {
      fold.open = false;
      delete fold.dataset.opened;
    });
  });

  /* Explanations open beside their number. Without popovers the link leads to them, as it does without script. */
  if (!("popover" in HTMLElement.prototype)) {
    return;
  }
  var pop = document.createElement("div");
  pop.className = "pop";
  pop.setAttribute("popover", "auto");
  pop.setAttribute("role", "dialog");
  pop.setAttribute("aria-labelledby", "pop-title");
  document.body.appendChild(pop);

  function fill(explanation) {
    var head = document.createElement("div");
    var title = document.createElement("h2");
    var close = document.createElement("button");
    var body = explanation.querySelector(".x-body").cloneNode(true);
    head.className = "pop-head";
    title.id = "pop-title";
    title.textContent = explanation.querySelector("h3").textContent;
    close.type = "button";
    close.textContent = "\u00d7";
    close.setAttribute("aria-label", words.textClose);
    close.autofocus = true;
    close.addEventListener("click", function () {
      pop.hidePopover();
    });
    head.append(title, close);
    pop.replaceChildren(head, body);
  }

  /* Below its number, or above where more room is: the number stays in sight, and what does not fit scrolls. */
  function place(link) {
    pop.style.maxHeight = "";
    var at = link.getBoundingClientRect();
    var size = pop.getBoundingClientRect();
    var room = { above: at.top - 16, below: window.innerHeight - at.bottom - 16 };
    var below = size.height <= room.below || room.below >= room.above;
    var height = Math.max(160, Math.min(size.height, below ? room.below : room.above));
    pop.style.left = Math.max(16, Math.min(at.left, document.documentElement.clientWidth - size.width - 16)) + "px";
    pop.style.top = (below ? at.bottom + 8 : at.top - height - 8) + "px";
    if (height < size.height) {
      pop.style.maxHeight = height + "px";
    }
    /* On a phone it lies along the foot, where it would cover a number that stands low. */
    var covered = at.bottom + 8 - pop.getBoundingClientRect().top;
    if (pop.getBoundingClientRect().bottom >= window.innerHeight && covered > 0) {
      window.scrollBy({ top: covered, behavior: "instant" });
    }
  }

  document.addEventListener("click", function (event) {
    var link = event.target.closest("a.xp");
    var modified = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!link || modified || pop.contains(link)) {
      return;
    }
    var explanation = document.getElementById(link.getAttribute("href").slice(1));
    if (!explanation) {
      return;
    }
    event.preventDefault();
    fill(explanation);
    link.focus();
    pop.showPopover();
    pop.scrollTop = 0;
    place(link);
  });
}());
