;;; org_read.el: what Emacs finds in an export to Org, a line each; fails on what would run.
;;
;; Links are looked for as Org itself does when one is followed: in the text by the parser, and in
;; properties, keywords and comments by the expression for any link.
(require 'org)
(require 'org-element)
(defvar faults 0)
(defun fault (&rest what) (setq faults (1+ faults)) (princ (apply #'format what)) (terpri))
(setq enable-local-variables :all enable-local-eval t)
(defvar rang nil)
(defun ding (&rest _) (setq rang t))
(defun message-box (&rest _) (setq rang t))
(find-file (car command-line-args-left))
(setq command-line-args-left nil)
(when rang (fault "opening the file ran something"))
(unless (derived-mode-p 'org-mode) (fault "opened as %s" major-mode))
(let ((safe '("http" "https" "mailto")) (tree (org-element-parse-buffer)))
  (org-element-map tree 'headline
    (lambda (it) (princ "headline\n")
      (unless (= 1 (org-element-property :level it)) (fault "a headline within another"))
      (when (org-element-property :todo-keyword it) (fault "a state"))))
  (org-element-map tree 'link
    (lambda (it) (unless (member (org-element-property :type it) safe)
                   (fault "a link: %s" (org-element-property :raw-link it))))
    nil nil nil t)
  (dolist (kind '(macro timestamp inline-src-block inline-babel-call babel-call src-block
                  export-block export-snippet target radio-target footnote-reference
                  footnote-definition diary-sexp dynamic-block clock planning drawer latex-fragment
                  entity superscript subscript citation))
    (org-element-map tree kind
      (lambda (it) (unless (equal (org-element-property :name it) "dollar") (fault "%s: %s" kind (org-element-interpret-data it))))
      nil nil nil t))
  (goto-char (point-min))
  (while (re-search-forward org-link-any-re nil t)
    (let ((link (match-string 0)))
      (unless (string-match-p "\\`\\(https?\\|mailto\\):" (string-trim-left link "[[<]+"))
        (fault "a link in %s: %s" (org-element-type (org-element-at-point)) link)))))
(kill-emacs (if (> faults 0) 1 0))
