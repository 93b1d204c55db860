# SPDX-License-Identifier: GPL-3.0-or-later
# w1.R TRIALS SEED: W1 with R, vectorised over trials in chunks.
arguments <- commandArgs(trailingOnly = TRUE)
trials <- as.integer(arguments[1])
seed <- as.integer(arguments[2])
script <- sub("--file=", "", grep("--file=", commandArgs(), value = TRUE)[1])
lines <- read.csv(file.path(dirname(script), "..", "model.csv"), stringsAsFactors = FALSE)
years <- 10; written_off_in <- 5; rate <- 0.09; tax_rate <- 0.25; chunk <- 10000L
discount <- (1 + rate)^-(1:years)

draw_amount <- function(line, n) {
  p1 <- line$p1; p2 <- line$p2; p3 <- line$p3; width <- p3 - p1
  switch(line$shape,
    normal = rnorm(n, p1, p2),
    lognormal = rlnorm(n, p1, p2),
    triangular = {
      u <- runif(n)
      ifelse(u * width < p2 - p1, p1 + sqrt(u * width * (p2 - p1)), p3 - sqrt((1 - u) * width * (p3 - p2)))
    },
    pert = p1 + width * rbeta(n, 1 + 4 * (p2 - p1) / width, 1 + 4 * (p3 - p2) / width))
}

outages <- function(n) {
  events <- rpois(n, 0.35)
  total <- c(0, cumsum(rlnorm(sum(events), 4.2, 0.9)))
  last <- cumsum(events)
  total[last + 1] - total[last - events + 1]
}

settle <- function(cash, capital, n) {
  worth <- rep(-capital, n)
  carried <- 0
  for (year in 1:years) {
    taxable <- cash[[year]] - carried
    if (year <= written_off_in) taxable <- taxable - capital / written_off_in
    taxed <- pmax(taxable, 0)
    carried <- taxed - taxable
    worth <- worth + (cash[[year]] - tax_rate * taxed) * discount[year]
  }
  worth
}

work_out <- function(a, market, n) {
  cash <- rep(list(numeric(n)), years)
  own <- lines[lines$alternative == a, ]
  for (j in seq_len(nrow(own))) {
    line <- own[j, ]
    flow <- line$sign * draw_amount(line, n) * (runif(n) < line$chance)
    growth <- 1 + rnorm(n, line$growth_mean, line$growth_sd) + line$market_factor * market
    for (year in line$first:years) {
      cash[[year]] <- cash[[year]] + flow
      flow <- flow * growth
    }
  }
  if (a == 5) for (year in 1:years) cash[[year]] <- cash[[year]] - outages(n)
  settle(cash, own$capital[1], n)
}

start <- proc.time()
set.seed(seed)
worth <- matrix(0, trials, 6)
for (first in seq(1L, trials, chunk)) {
  rows <- first:min(first + chunk - 1L, trials)
  market <- rnorm(length(rows), 0.02, 0.02)
  for (a in 0:5) worth[rows, a + 1] <- work_out(a, market, length(rows))
}

ranks <- pmax(1, ceiling(c(0.05, 0.5, 0.95) * trials - 1e-9))
largest <- worth[, 1]; best <- rep(1L, trials)
for (a in 2:6) {
  more <- worth[, a] > largest
  best[more] <- a
  largest[more] <- worth[more, a]
}
mean <- colMeans(worth)
parted <- apply(worth, 2, function(own) {
  own <- sort(own, partial = ranks)
  c(own[ranks], mean(own[1:ranks[1]]))
})
negative <- colMeans(worth < 0)
evpi <- mean(largest) - max(mean)
time <- proc.time() - start

as_array <- function(values) paste0("[", paste(format(values, digits = 12, trim = TRUE), collapse = ", "), "]")
cat(sprintf('{"wall": %.6f, "cpu": %.6f, "n": %d, "mean": %s, "p5": %s, "p50": %s, "p95": %s, "cvar5": %s, "pneg": %s, "pbest": %s, "evpi": %.12g}\n',
  time[["elapsed"]], time[["user.self"]] + time[["sys.self"]], trials, as_array(mean), as_array(parted[1, ]),
  as_array(parted[2, ]), as_array(parted[3, ]), as_array(parted[4, ]), as_array(negative),
  as_array(tabulate(best, 6) / trials), evpi))
