# Der Musterladen.

sample-not-empty = In diesem Laden ist schon etwas. Das Muster öffnet nur in einem leeren Laden.
sample-none = In diesem Laden sind keine Musterdaten.
sample-working = Der Musterladen wird gefüllt
