# Adds up value and weight of the wanted commodities with data.table: datatable_sums.R baci|comtrade FILE [all].
suppressMessages(library(data.table))
arguments <- commandArgs(trailingOnly = TRUE)
wanted <- c("253090", "280530", "284610", "284690", "850511")
columns <- if (arguments[1] == "baci") c("k", "v", "q") else c("cmdCode", "primaryValue", "netWgt")
factor <- if (arguments[1] == "baci") 1000 else 1
types <- c("character", "numeric", "numeric")
table <- fread(arguments[2], select = setNames(types, columns), na.strings = c("NA", ""))
setnames(table, c("code", "value", "weight"))
if (length(arguments) < 3) table <- table[code %chin% wanted]
cat(nrow(table), sprintf("%.2f", sum(table$value, na.rm = TRUE) * factor), sprintf("%.2f", sum(table$weight, na.rm = TRUE) * factor), "\n")
