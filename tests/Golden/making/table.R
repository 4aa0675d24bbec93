# Reads the bars and writes a table of figures: the first 400 bars, where warm-ups end, and every 20th after them.
bars <- read.csv("data/sp500-2000.csv")
O <- bars$open; H <- bars$high; L <- bars$low; C <- bars$close; V <- as.numeric(bars$volume)
n <- length(C)

write_figures <- function(name, figures) {
  rows <- sort(unique(c(1:400, seq(1, n, 20))))
  table <- cbind(bar = rows - 1, figures[rows, ])
  for (column in names(table)[-1]) {
    value <- table[[column]]
    table[[column]] <- ifelse(is.na(value), "NA", formatC(value, digits = 15, format = "g", width = 1))
  }
  file <- gzfile(file.path("tests/Golden/sp500", name), "w")
  write.csv(table, file, row.names = FALSE, quote = FALSE)
  close(file)
}
